// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark.jmh;

import com.starmates.telemetry.masking.Masker;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * What it takes to look for secrets in the texts of a log line.
 *
 * @since 1.0.0
 */
public class MaskerBenchmark extends AbstractBenchmark {

	private final Masker masker = Masker.standard();

	/** Which text. */
	@Param({ "access", "message", "user-agent", "long", "named", "token" })
	public String text = "";

	private String chosen = "";

	/** Choose the text. */
	@Setup
	public void setUp() {
		this.chosen = switch (this.text) {
			case "access" -> "GET /api/v1/sessions/session_67890 - 200";
			case "user-agent" -> "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
					+ "Chrome/120.0.0.0 Safari/537.36";
			case "long" -> "Workflow 4711 of session session_67890 has run through 12 of its 14 steps; the model "
					+ "answered after 1.25 seconds and wrote a summary of three pages, which the gateway keeps for an "
					+ "hour from now on";
			case "named" -> "Session created: user=alice, segment=premium, size=1024, at=10:30:45";
			case "token" ->
				"Caller sent eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJiZW5jaG1hcmsifQ.c2lnbmF0dXJlLW9mLWJlbmNobWFyaw";
			default -> "Session of alice is read from the store and sent to the page";
		};
	}

	/**
	 * Mask the text.
	 * @return the text
	 */
	@Benchmark
	public String mask() {
		return this.masker.mask(this.chosen);
	}

	/**
	 * Mask the text as the value of a key.
	 * @return the text
	 */
	@Benchmark
	public String maskValue() {
		return this.masker.maskValue("request_user_agent", this.chosen);
	}

}
