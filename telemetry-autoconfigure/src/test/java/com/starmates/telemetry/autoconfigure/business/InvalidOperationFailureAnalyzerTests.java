// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.business;

import com.starmates.telemetry.business.BusinessOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link InvalidOperationFailureAnalyzer}, in an application that does not
 * start.
 */
@ExtendWith(OutputCaptureExtension.class)
class InvalidOperationFailureAnalyzerTests {

	@Test
	void namesTheMethodAndWhatWasExpected(CapturedOutput output) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.properties("telemetry.logging.format=text");
		assertThatException().isThrownBy(application::run);
		assertThat(output.getOut()).contains("APPLICATION FAILED TO START", "Application.board()",
				"Reason: 'name' must be lower case letters, digits and underscores: 'On-Boarding'",
				"Change the method's @BusinessOperation");
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		@BusinessOperation("On-Boarding")
		void board() {
		}

	}

}
