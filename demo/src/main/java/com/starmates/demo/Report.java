// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells a person what was found.
 */
final class Report {

	private final Console console;

	private final Ports ports;

	private final List<String> problems = new ArrayList<>();

	Report(Console console, Ports ports) {
		this.console = console;
		this.ports = ports;
	}

	/** Show what each place holds of a request. */
	void tell(Evidence evidence) {
		this.console.heading(evidence.story().title() + ": " + evidence.trackingId(), evidence.trackingId());
		this.console.say("$ " + evidence.story().call().curl(this.ports.url(Service.GATEWAY)));
		for (Finding finding : evidence.findings()) {
			this.console.heading(finding.place(), "");
			this.console.show(finding.lines(), evidence.trackingId());
		}
		this.problems.addAll(evidence.problems());
	}

	/** Say whether every place had its id, and which had not; return whether all had. */
	boolean conclude() {
		this.console.say("");
		this.problems.forEach((problem) -> this.console.say("MISSING " + problem));
		if (this.problems.isEmpty()) {
			this.console.say("Every place had the id of its request.");
		}
		return this.problems.isEmpty();
	}

	/** Name what can be tried while the services run. */
	void invite(OtlpReceiver receiver) {
		String gateway = this.ports.url(Service.GATEWAY);
		String session = "{\"userId\":\"user_12345\",\"segment\":\"premium\"}";
		this.console.heading("Try it, until Ctrl-C", "");
		this.console.show(List.of(Call.post("/api/v1/sessions", session).withApiKey().curl(gateway),
				Story.WORKFLOW.call().curl(gateway), Call.get("/api/v1/sessions/none").curl(gateway) + "   # 401",
				"curl -s -H 'Accept: application/openmetrics-text' " + gateway + "/metrics | grep trace_id",
				"curl " + receiver.endpoint() + "/traces/<X-Tracking-ID>   # trace and log lines"), "");
	}

}
