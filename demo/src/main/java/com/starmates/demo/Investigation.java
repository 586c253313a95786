// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sends a request and looks for its id wherever it should be.
 */
final class Investigation {

	private static final Duration LIMIT = Duration.ofSeconds(15);

	private static final int ATTEMPTS = 30;

	private static final Duration PAUSE = Duration.ofMillis(500);

	private final Services services;

	private final Http http;

	private final OtlpReceiver receiver;

	Investigation(Services services, Http http, OtlpReceiver receiver) {
		this.services = services;
		this.http = http;
		this.receiver = receiver;
	}

	Evidence of(Story story) throws InterruptedException {
		Reply reply = sendUntilExemplar(story);
		String id = reply.trackingId();
		List<Finding> findings = new ArrayList<>();
		findings.add(response(story, reply));
		findings.add(trace(id));
		this.services.processes().forEach((process) -> findings.add(logLines(process, id)));
		if (story == Story.WORKFLOW) {
			findings.add(row(reply.json().path("id").asString(""), id));
		}
		findings.add(Finding.of("exemplar", exemplars(id)));
		return new Evidence(story, id, findings);
	}

	/** Return what is known of an id by now. */
	List<String> whatIsKnownOf(String id) {
		List<String> lines = new ArrayList<>(TraceTree.draw(this.receiver.trace(id)));
		this.services.processes().forEach((process) -> lines.addAll(logLines(process, id).lines()));
		return !lines.isEmpty() ? lines : List.of("Nothing is known of " + id);
	}

	/**
	 * An exemplar stays for some seconds before another takes its place, so not every
	 * request becomes one; of a fresh service the first does.
	 */
	private Reply sendUntilExemplar(Story story) throws InterruptedException {
		Reply reply = this.http.send(Service.GATEWAY, story.call());
		for (int n = 1; n < ATTEMPTS && hasId(reply) && exemplars(reply.trackingId()).isEmpty(); n++) {
			this.services.pause(PAUSE);
			reply = this.http.send(Service.GATEWAY, story.call());
		}
		return reply;
	}

	private static boolean hasId(Reply reply) {
		return reply.trackingId().matches("[0-9a-f]{32}");
	}

	private List<String> exemplars(String id) throws InterruptedException {
		return Exemplars.of(id, this.http.scrape(Service.GATEWAY));
	}

	private Finding response(Story story, Reply reply) {
		boolean inBody = reply.body().contains("\"tracking_id\":\"" + reply.trackingId() + "\"");
		if (reply.status() != story.status()) {
			return new Finding("response", reply.print(), "status " + reply.status() + ", not " + story.status());
		}
		if (!hasId(reply)) {
			return new Finding("response", reply.print(), "no id in header " + Reply.TRACKING_HEADER);
		}
		return new Finding("response", reply.print(),
				(story == Story.FAILURE && !inBody) ? "no tracking_id in the body" : "");
	}

	private Finding trace(String id) throws InterruptedException {
		Trace trace = this.receiver.awaitTrace(id, Trace::isWhole, LIMIT);
		String problem = trace.isTree() ? "" : "spans whose parent is not there";
		if (!trace.missing().isEmpty()) {
			problem = "no span of "
					+ trace.missing().stream().map(Service::serviceName).collect(Collectors.joining(", "));
		}
		return new Finding("trace", TraceTree.draw(trace), problem);
	}

	private static Finding logLines(ServiceProcess process, String id) {
		return Finding.of("log of " + process.service().serviceName(),
				process.lines(id).stream().map(LogLine::head).toList());
	}

	private Finding row(String execution, String id) throws InterruptedException {
		Reply row = this.http.send(Service.ENGINE, Call.get("/executions/" + execution));
		return new Finding("row", List.of(row.body()),
				(!id.isEmpty() && row.body().contains(id)) ? "" : "no row with the id");
	}

}
