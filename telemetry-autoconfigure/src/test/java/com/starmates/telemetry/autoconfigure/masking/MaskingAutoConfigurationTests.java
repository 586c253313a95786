// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.masking;

import java.util.List;

import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.masking.MaskingRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MaskingAutoConfiguration} and {@link EnvironmentMasker}.
 */
class MaskingAutoConfigurationTests {

	private static final String TEXT = "iban=DE1 next_token=mine acme_live_12345678 password=mine";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MaskingAutoConfiguration.class));

	@Test
	void isRegisteredInImports() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null).getCandidates())
			.contains(MaskingAutoConfiguration.class.getName());
	}

	@Test
	void masksByDefault() {
		this.contextRunner.run((context) -> assertThat(context.getBean("telemetryMasker", Masker.class).mask(TEXT))
			.isEqualTo("iban=DE1 next_token=mine acme_live_12345678 password=***"));
	}

	@Test
	void masksNothingWhenSwitchedOff() {
		this.contextRunner.withPropertyValues("telemetry.masking.enabled=false")
			.run((context) -> assertThat(context.getBean(Masker.class).mask(TEXT)).isSameAs(TEXT));
	}

	@Test
	void backsOffWhenEverythingIsDisabled() {
		this.contextRunner.withPropertyValues("telemetry.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(Masker.class));
	}

	@Test
	void backsOffForTheUsersMasker() {
		Masker mine = Masker.of(new MaskingRules(List.of("iban"), List.of(), List.of()));
		this.contextRunner.withBean("mine", Masker.class, () -> mine)
			.run((context) -> assertThat(context).getBean(Masker.class).isSameAs(mine));
	}

	@Test
	void masksWhatThePropertiesSay() {
		this.contextRunner.withPropertyValues("telemetry.masking.keys=iban,bic",
				"telemetry.masking.exempt-keys=access_token,next_token", "telemetry.masking.token-prefixes=acme_live_")
			.run((context) -> {
				Masker masker = context.getBean(Masker.class);
				assertThat(masker.mask(TEXT)).isEqualTo("iban=*** next_token=mine *** password=***");
				assertThat(masker.mask("bic=mine access_token=mine")).isEqualTo("bic=*** access_token=mine");
			});
	}

	@ParameterizedTest
	@CsvSource({ "keys, *", "exempt-keys, a", "token-prefixes, acme" })
	void failsWithThePropertyTheValueAndWhatWasExpected(String property, String value) {
		this.contextRunner.withPropertyValues("telemetry.masking." + property + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("telemetry.masking." + property)
				.hasMessageContaining("'" + value + "'")
				.hasMessageContaining("Expected"));
	}

	@Test
	void isThereBeforeThereAreBeans() {
		MockEnvironment environment = new MockEnvironment();
		assertThat(EnvironmentMasker.of(environment).mask("password=mine")).isEqualTo("password=***");
		environment.setProperty("telemetry.masking.keys", "iban");
		assertThat(EnvironmentMasker.of(environment).mask("iban=DE1")).isEqualTo("iban=***");
		environment.setProperty("telemetry.masking.enabled", "false");
		assertThat(EnvironmentMasker.of(environment).mask("password=mine")).isEqualTo("password=mine");
	}

	@Test
	void masksAsAlwaysBeforeThereAreBeansWhereAPropertyIsWrong() {
		MockEnvironment environment = new MockEnvironment().withProperty("telemetry.masking.token-prefixes", "*");
		assertThat(EnvironmentMasker.of(environment).mask("password=mine")).isEqualTo("password=***");
	}

}
