// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link InvalidPropertyFailureAnalyzer}, in an application that does not
 * start.
 */
@ExtendWith(OutputCaptureExtension.class)
class InvalidPropertyFailureAnalyzerTests {

	@ParameterizedTest
	@CsvSource({ "telemetry.logging.max-fields,10,Expected a number from 50",
			"telemetry.logging.max-bytes,100,Expected a number from 4096",
			"telemetry.masking.keys,x,Expected a name with two letters or more",
			"telemetry.logging.write-delay,-1ms,Expected a duration of zero or more" })
	void namesPropertyValueAndWhatWasExpected(String property, String value, String expected, CapturedOutput output) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.properties("telemetry.logging.format=text", property + "=" + value);
		assertThatException().isThrownBy(application::run);
		assertThat(output.getOut()).contains("APPLICATION FAILED TO START", "Property: " + property,
				"Reason: " + expected, "Change the value of '" + property + "'");
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
