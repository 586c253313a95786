// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link MaskingRules}.
 */
class MaskingRulesTests {

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a", "42", "***", "na\u00efve", "a*b", "a\nb", "key=" })
	void rejectsWhatIsNoKey(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> new MaskingRules(List.of(key), List.of(), List.of()))
			.withMessageContaining("such as iban");
		assertThatIllegalArgumentException().isThrownBy(() -> new MaskingRules(List.of(), List.of(key), List.of()))
			.withMessageContaining("such as iban");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "    ", "ab_", "acme", "_acme", "1acme_", "acme_*", "(a+)+_", "acme live_", "\u00e9cme_" })
	void rejectsWhatIsNoPrefix(String prefix) {
		assertThatIllegalArgumentException().isThrownBy(() -> new MaskingRules(List.of(), List.of(), List.of(prefix)))
			.withMessageContaining("4 to 64")
			.withMessageContaining("such as acme_live_");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new MaskingRules(List.of(), List.of(), List.of("a_" + "b".repeat(63))));
	}

	@Test
	void keepsItsRules() {
		List<String> keys = new ArrayList<>(List.of("iban"));
		MaskingRules rules = new MaskingRules(keys, List.of("next_token"), List.of("acme_"));
		keys.clear();
		assertThat(rules.keys()).containsExactly("iban");
	}

}
