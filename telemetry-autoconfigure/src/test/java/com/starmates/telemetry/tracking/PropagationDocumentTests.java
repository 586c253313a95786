// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.starmates.telemetry.test.Proves;
import com.starmates.telemetry.test.Road;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the table of roads in {@code docs/propagation.md} to the tests that take them;
 * {@code -Dupdate-docs=true} writes it.
 */
class PropagationDocumentTests {

	private static final Path DOCUMENT = Path.of("../docs/propagation.md");

	private static final String HEAD = """
			| road | to | seen there | test |
			| --- | --- | --- | --- |
			""";

	@Test
	void documentListsEveryRoad() throws IOException {
		String table = HEAD + tests().flatMap(PropagationDocumentTests::rows).sorted().collect(Collectors.joining());
		String before = Files.readString(DOCUMENT);
		int start = before.indexOf(HEAD);
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
			.map(BeanDefinition::getBeanClassName)
			.sorted(Comparator.naturalOrder())
			.map((name) -> ClassUtils.resolveClassName(String.valueOf(name), null));
	}

	private static Stream<String> rows(Class<?> test) {
		Proves proves = test.getAnnotation(Proves.class);
		return Arrays.stream(proves.roads().getEnumConstants())
			.map((Road road) -> "| %s | %s | %s | `%s` |\n".formatted(road.title(), proves.to(), proves.seen(),
					test.getSimpleName()));
	}

}
