// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.List;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.Meter;
import org.jspecify.annotations.Nullable;

/**
 * Everything that its users see of a meter.
 *
 * @param name name with points; Prometheus shows it with underscores and suffixes
 * @param type what kind of meter it is
 * @param description what the meter tells, one sentence without its full stop
 * @param buckets upper bounds of its buckets, ascending, in seconds where the meter is a
 * timer; empty where it has no buckets
 * @param labels its own labels, without those of all meters
 * @since 1.0.0
 */
public record MeterForm(String name, Meter.Type type, String description, List<Double> buckets,
		List<LabelDefinition> labels) {

	/** What no name has, but for {@code <operation>} in the documentation. */
	private static final Pattern FOREIGN = Pattern.compile("[^a-zA-Z0-9_:<>]");

	/**
	 * Create a form.
	 */
	public MeterForm {
		buckets = List.copyOf(buckets);
		labels = List.copyOf(labels);
	}

	/**
	 * Return the form of a counter.
	 * @param name name with points, without {@code total}
	 * @param description what it counts
	 * @param labels its labels
	 * @return the form
	 */
	public static MeterForm counter(String name, String description, LabelDefinition... labels) {
		return new MeterForm(name, Meter.Type.COUNTER, description, List.of(), List.of(labels));
	}

	/**
	 * Return the form of a gauge.
	 * @param name name with points
	 * @param description what it shows
	 * @param labels its labels
	 * @return the form
	 */
	public static MeterForm gauge(String name, String description, LabelDefinition... labels) {
		return new MeterForm(name, Meter.Type.GAUGE, description, List.of(), List.of(labels));
	}

	/**
	 * Return the form of a timer.
	 * @param name name with points, without {@code seconds}
	 * @param description what it times
	 * @param buckets upper bounds of its buckets, in seconds
	 * @param labels its labels
	 * @return the form
	 */
	public static MeterForm timer(String name, String description, List<Double> buckets, LabelDefinition... labels) {
		return new MeterForm(name, Meter.Type.TIMER, description, buckets, List.of(labels));
	}

	/**
	 * Return the form of a summary.
	 * @param name name with points
	 * @param description what it sums up
	 * @param buckets upper bounds of its buckets
	 * @param labels its labels
	 * @return the form
	 */
	public static MeterForm summary(String name, String description, List<Double> buckets, LabelDefinition... labels) {
		return new MeterForm(name, Meter.Type.DISTRIBUTION_SUMMARY, description, buckets, List.of(labels));
	}

	/**
	 * Return the name under which Prometheus shows the meter.
	 * @return the name with its suffixes; that of its family where it has buckets
	 */
	public String exposedName() {
		return exposedName(this.name, this.type, null);
	}

	/**
	 * Return the upper bounds of the buckets.
	 * @return an array that belongs to the caller
	 */
	public double[] bounds() {
		return this.buckets.stream().mapToDouble(Double::doubleValue).toArray();
	}

	/** Return the name under which Prometheus shows a meter, whoever made it. */
	static String exposedName(String name, Meter.Type type, @Nullable String unit) {
		String exposed = FOREIGN.matcher(name).replaceAll("_");
		return switch (type) {
			case COUNTER -> ending(ending(exposed, unit), "total");
			case TIMER, LONG_TASK_TIMER -> ending(exposed, "seconds");
			case GAUGE, DISTRIBUTION_SUMMARY -> ending(exposed, unit);
			case OTHER -> exposed;
		};
	}

	private static String ending(String name, @Nullable String suffix) {
		return (suffix == null || name.endsWith('_' + suffix)) ? name : name + '_' + suffix;
	}

}
