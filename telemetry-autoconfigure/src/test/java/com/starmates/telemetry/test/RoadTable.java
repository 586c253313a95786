// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.ScannedGenericBeanDefinition;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A table of roads in {@code docs/propagation.md}, which lists what the tests of a module
 * prove; {@code -Dupdate-docs=true} writes it.
 */
public final class RoadTable {

	private static final Path DOCUMENT = Path.of("../docs/propagation.md");

	private static final String HEAD = """
			| road | to | seen there | test |
			| --- | --- | --- | --- |
			""";

	private RoadTable() {
	}

	/** Hold the table under a heading to the tests on the class path. */
	public static void assertListsEveryRoadUnder(String heading) throws IOException {
		String table = HEAD + tests().flatMap(RoadTable::rows).sorted().collect(Collectors.joining());
		String before = Files.readString(DOCUMENT);
		int start = before.indexOf(HEAD, before.indexOf("\n" + heading + "\n"));
		int end = before.indexOf("\n\n", start);
		String expected = before.substring(0, start) + table + before.substring(end + 1);
		if (Boolean.getBoolean("update-docs")) {
			Files.writeString(DOCUMENT, expected);
		}
		assertThat(DOCUMENT).content().as("docs/propagation.md; write it with -Dupdate-docs=true").isEqualTo(expected);
	}

	private static Stream<Class<?>> tests() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(Proves.class));
		return scanner.findCandidateComponents("com.starmates.telemetry")
			.stream()
			.filter(RoadTable::isOfThisModule)
			.map(BeanDefinition::getBeanClassName)
			.sorted()
			.map((name) -> ClassUtils.resolveClassName(String.valueOf(name), null));
	}

	/** The tests of another module may be on the class path, without what they need. */
	private static boolean isOfThisModule(BeanDefinition test) {
		try {
			return test instanceof ScannedGenericBeanDefinition scanned && scanned.getResource() != null
					&& scanned.getResource().getFile().toPath().startsWith(Path.of("target").toAbsolutePath());
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static Stream<String> rows(Class<?> test) {
		Proves proves = test.getAnnotation(Proves.class);
		return titles(proves).map((title) -> "| %s | %s | %s | `%s` |\n".formatted(title, proves.to(), proves.seen(),
				test.getSimpleName()));
	}

	private static Stream<String> titles(Proves proves) {
		return proves.road().isEmpty() ? Arrays.stream(proves.roads().getEnumConstants()).map(Road::title)
				: Stream.of(proves.road());
	}

}
