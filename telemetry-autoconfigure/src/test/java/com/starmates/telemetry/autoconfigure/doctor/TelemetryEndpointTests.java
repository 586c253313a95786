// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for who may ask the doctor, and where.
 */
class TelemetryEndpointTests extends AbstractDoctorTests {

	@Test
	void isRegisteredInImports() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null).getCandidates())
			.contains(DoctorAutoConfiguration.class.getName());
	}

	@ParameterizedTest
	@ValueSource(strings = { "default-property-inclusion=always", "property-naming-strategy=SNAKE_CASE" })
	void documentHasTheMembersOfAnAnswerWhateverTheApplicationWrites(String setting) throws Exception {
		start("management.otlp.metrics.export.enabled=false", "management.logging.export.otlp.enabled=false",
				"spring.jackson." + setting);
		String document = Files.readString(Path.of("../docs/doctor.md"));
		String example = document.substring(document.indexOf("```json") + "```json".length());
		JsonNode documented = JsonMapper.shared().readTree(example.substring(0, example.indexOf("```")));
		assertThat(members("", documented)).containsExactlyElementsOf(members("", diagnosis()));
	}

	private static List<String> members(String path, JsonNode node) {
		List<String> members = new ArrayList<>();
		node.forEachEntry((name, member) -> {
			members.add(path + name);
			members.addAll(members(path + name + ".", member.isArray() ? member.path(0) : member));
		});
		return members;
	}

	@Test
	void answersOnThePortOfTheManagement() throws Exception {
		start("management.server.port=0", "spring.autoconfigure.exclude=org.springframework.boot.jetty.autoconfigure."
				+ "actuate.web.server.JettyServletManagementContextAutoConfiguration");
		assertThat(get("management", "/actuator/telemetry").body()).contains("\"findings\":[]");
		assertThat(get("server", "/actuator/telemetry").statusCode()).isEqualTo(404);
	}

	@Test
	void isNotExposedUnlessBootExposesIt() throws Exception {
		start("management.endpoints.web.exposure.include=health");
		assertThat(get("server", "/actuator/telemetry").statusCode()).isEqualTo(404);
		assertThat(get("server", "/actuator/health").statusCode()).isEqualTo(200);
	}

	@Test
	void isClosedWhereBootClosesIt() throws Exception {
		start("management.endpoint.telemetry.access=none");
		assertThat(get("server", "/actuator/telemetry").statusCode()).isEqualTo(404);
	}

	@Test
	void isSwitchedOff() throws Exception {
		start("telemetry.doctor.enabled=false");
		assertThat(get("server", "/actuator/telemetry").statusCode()).isEqualTo(404);
		assertThat(context().getBeanNamesForType(DoctorAnnouncement.class)).isEmpty();
	}

	@Test
	void knowsLessWithoutWhatItWouldAsk() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DoctorAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.micrometer", "org.springframework.boot.actuate",
					"org.springframework.boot.micrometer", "ch.qos.logback"))
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(TelemetryEndpoint.class);
				assertThat(context.getBean(FactCollector.class).collect(true).exports()).isEmpty();
			});
	}

}
