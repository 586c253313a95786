// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.doctor;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the telemetry of a service. Nothing in it is a secret.
 *
 * @param names what the service is called, by where that is written
 * @param javaAgent whether the OpenTelemetry agent makes the spans
 * @param otherStarter whether OpenTelemetry's own starter is on the class path
 * @param masking what becomes of secrets
 * @param sampling which traces are recorded
 * @param exports the signals that are exported
 * @param logs what becomes of log records
 * @param meters what becomes of meters
 * @param variables the variables of OpenTelemetry that are set
 * @param unobservedClients names of HTTP clients that nobody observes
 * @param executorsLosingContext names of executors at which a caller's context stays
 * behind
 * @since 1.0.0
 */
public record Facts(Names names, boolean javaAgent, boolean otherStarter, Masking masking, Sampling sampling,
		List<Export> exports, Logs logs, Meters meters, Variables variables, List<String> unobservedClients,
		List<String> executorsLosingContext) {

	/**
	 * What the service is called.
	 *
	 * @param spans in spans, {@code null} if nothing makes any
	 * @param logs in log lines
	 * @param meters in meters, {@code null} if there are none
	 */
	public record Names(@Nullable String spans, String logs, @Nullable String meters) {

	}

	/**
	 * What becomes of secrets.
	 *
	 * @param enabled whether they are masked
	 * @param masked how many have been
	 */
	public record Masking(boolean enabled, long masked) {

	}

	/**
	 * Which traces are recorded.
	 *
	 * @param sampler description of the sampler, {@code null} if there is none
	 * @param ratio which part of the traces that begin here
	 */
	public record Sampling(@Nullable String sampler, double ratio) {

	}

	/**
	 * A signal that is exported, or should be.
	 *
	 * @param signal its name
	 * @param state {@code working}, {@code failing}, {@code unwatched} or, if there is
	 * nothing to export it, {@code absent}
	 * @param lastError why the last export that failed did, {@code null} if none has
	 * @param endpoint where it goes, {@code null} if that is not known
	 * @param items what has become of its items
	 * @param queue where they wait
	 */
	public record Export(String signal, String state, @Nullable String lastError, @Nullable Endpoint endpoint,
			Items items, Queue queue) {

	}

	/**
	 * Where a signal goes.
	 *
	 * @param url the address, without what is none of it
	 * @param protocol {@code http} or {@code grpc}
	 * @param reachable whether somebody listens, {@code null} if nobody has tried
	 */
	public record Endpoint(String url, String protocol, @Nullable Boolean reachable) {

	}

	/**
	 * What has become of items.
	 *
	 * @param exported how many were exported
	 * @param failed how many were not accepted
	 * @param dropped how many were not tried
	 */
	public record Items(long exported, long failed, long dropped) {

	}

	/**
	 * Where items wait.
	 *
	 * @param size how many do
	 * @param capacity how many may, 0 if none does
	 */
	public record Queue(long size, long capacity) {

	}

	/**
	 * What becomes of log records.
	 *
	 * @param exported whether something exports them
	 * @param appender whether something makes them
	 */
	public record Logs(boolean exported, boolean appender) {

	}

	/**
	 * What becomes of meters.
	 *
	 * @param prometheus whether there is a registry that Prometheus can scrape
	 * @param exposed whether it can be scraped over HTTP
	 * @param pushed whether they are pushed, over OTLP or by another registry
	 * @param exemplars whether they can lead to traces
	 * @param series how many series there are
	 * @param budget how many there should be at most, 0 if nobody says
	 * @param overflows labels that had too many values
	 */
	public record Meters(boolean prometheus, boolean exposed, boolean pushed, boolean exemplars, long series,
			long budget, List<Overflow> overflows) {

	}

	/**
	 * A label that had too many values.
	 *
	 * @param meter the meter
	 * @param label its label
	 * @param count how many recordings had no series of their own
	 */
	public record Overflow(String meter, String label, long count) {

	}

	/**
	 * The variables of OpenTelemetry that are set, by their names.
	 *
	 * @param read those that mean something here
	 * @param ignored those that nobody reads
	 */
	public record Variables(List<String> read, List<String> ignored) {

	}

}
