// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Check}, and that the document has each.
 */
class CheckTests {

	private static final Path DOCUMENT = Path.of("../docs/doctor.md");

	@Test
	void documentHasEveryCheck() throws IOException {
		String document = Files.readString(DOCUMENT);
		assertThat(Arrays.stream(Check.values()).map(CheckTests::row))
			.allSatisfy((row) -> assertThat(document).contains(row));
		assertThat(document.lines().filter((line) -> line.startsWith("| `"))).hasSize(Check.values().length);
	}

	@Test
	void theAgentIsGoodToKnow() {
		Diagnosis diagnosis = Doctor.examine(facts(true, true));
		assertThat(diagnosis.findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.id()).isEqualTo("java-agent");
			assertThat(finding.severity()).isEqualTo(Severity.INFO);
		});
		assertThat(diagnosis.needsCare()).isFalse();
	}

	@Test
	void theWorstComesFirst() {
		Diagnosis diagnosis = Doctor.examine(facts(false, false));
		assertThat(diagnosis.findings()).extracting(Finding::severity).containsExactly(Severity.WARNING);
		assertThat(diagnosis.needsCare()).isTrue();
		assertThat(diagnosis.text()).startsWith("The telemetry of this service has 1 problem:\n- masking-off: ");
	}

	@Test
	void theTextHasProblemsOnly() {
		Diagnosis diagnosis = Doctor.examine(facts(true, false));
		assertThat(diagnosis.findings()).extracting(Finding::id).containsExactly("masking-off", "java-agent");
		assertThat(diagnosis.text()).startsWith("The telemetry of this service has 1 problem:\n- masking-off: ")
			.doesNotContain("java-agent");
	}

	private static String row(Check check) {
		return "| `%s` | %s | ".formatted(check.id(), check.severity());
	}

	private static Facts facts(boolean agent, boolean masking) {
		return new Facts(new Facts.Names(null, "a", "a"), agent, false, new Facts.Masking(masking, 0),
				new Facts.Sampling(null, 0), List.of(), new Facts.Logs(false, false),
				new Facts.Meters(true, true, false, true, 1, 10, List.of()), new Facts.Variables(List.of(), List.of()),
				List.of(), List.of());
	}

}
