// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one name, by the values of their labels. To get a known one takes no lock
 * and no allocation; one that is new is registered, as long as there is room. For any
 * number of threads.
 *
 * @param <M> kind of the meters
 * @since 1.0.0
 */
public final class LabelledMeters<M> {

	private final String[] labels;

	private final LabelValues[] values;

	private final Function<Tags, M> factory;

	private final Overflow overflow;

	private final Node<M> root = new Node<>(null);

	/** Guarded by the lock. */
	private int series;

	/**
	 * Create meters, none yet.
	 * @param labels names of the labels
	 * @param values known values of each
	 * @param factory registers a meter
	 * @param overflow counts what had no meter of its own
	 */
	LabelledMeters(String[] labels, LabelValues[] values, Function<Tags, M> factory, Overflow overflow) {
		this.labels = labels;
		this.values = values;
		this.factory = factory;
		this.overflow = overflow;
	}

	/**
	 * Return the meter of a label's value.
	 * @param first value of the only label, in any shape
	 * @return the meter
	 * @throws IllegalArgumentException if the meters have more labels, or none
	 */
	public M get(@Nullable String first) {
		Node<M> node = this.root.child(first);
		return (node != null && node.meter != null) ? node.meter : create(first);
	}

	/**
	 * Return the meter of two labels' values.
	 * @param first value of the first label, in any shape
	 * @param second value of the second
	 * @return the meter
	 * @throws IllegalArgumentException if the meters do not have two labels
	 */
	public M get(@Nullable String first, @Nullable String second) {
		Node<M> node = this.root.child(first);
		node = (node != null) ? node.child(second) : null;
		return (node != null && node.meter != null) ? node.meter : create(first, second);
	}

	/**
	 * Return the meter of three labels' values.
	 * @param first value of the first label, in any shape
	 * @param second value of the second
	 * @param third value of the third
	 * @return the meter
	 * @throws IllegalArgumentException if the meters do not have three labels
	 */
	public M get(@Nullable String first, @Nullable String second, @Nullable String third) {
		Node<M> node = this.root.child(first);
		node = (node != null) ? node.child(second) : null;
		node = (node != null) ? node.child(third) : null;
		return (node != null && node.meter != null) ? node.meter : create(first, second, third);
	}

	/**
	 * Return the meter of four labels' values.
	 * @param first value of the first label, in any shape
	 * @param second value of the second
	 * @param third value of the third
	 * @param fourth value of the fourth
	 * @return the meter
	 * @throws IllegalArgumentException if the meters do not have four labels
	 */
	public M get(@Nullable String first, @Nullable String second, @Nullable String third, @Nullable String fourth) {
		Node<M> node = this.root.child(first);
		node = (node != null) ? node.child(second) : null;
		node = (node != null) ? node.child(third) : null;
		node = (node != null) ? node.child(fourth) : null;
		return (node != null && node.meter != null) ? node.meter : create(first, second, third, fourth);
	}

	/**
	 * Return the meter of five labels' values.
	 * @param first value of the first label, in any shape
	 * @param second value of the second
	 * @param third value of the third
	 * @param fourth value of the fourth
	 * @param fifth value of the fifth
	 * @return the meter
	 * @throws IllegalArgumentException if the meters do not have five labels
	 */
	public M get(@Nullable String first, @Nullable String second, @Nullable String third, @Nullable String fourth,
			@Nullable String fifth) {
		Node<M> node = this.root.child(first);
		node = (node != null) ? node.child(second) : null;
		node = (node != null) ? node.child(third) : null;
		node = (node != null) ? node.child(fourth) : null;
		node = (node != null) ? node.child(fifth) : null;
		return (node != null && node.meter != null) ? node.meter : create(first, second, third, fourth, fifth);
	}

	private M create(@Nullable String... raw) {
		if (raw.length != this.labels.length) {
			throw new IllegalArgumentException(
					"'" + Arrays.toString(this.labels) + "' are the labels, but there were " + raw.length + " values");
		}
		String[] admitted = new String[raw.length];
		for (int i = 0; i < raw.length; i++) {
			admitted[i] = this.values[i].admit(raw[i]);
		}
		M known = find(admitted);
		return (known != null) ? known : register(admitted);
	}

	private @Nullable M find(String[] admitted) {
		Node<M> node = this.root;
		for (int i = 0; i < admitted.length && node != null; i++) {
			node = node.child(admitted[i]);
		}
		return (node != null) ? node.meter : null;
	}

	/** The series of all others is always there, and takes what the others cannot. */
	private synchronized M register(String[] admitted) {
		M known = find(admitted);
		if (known != null) {
			return known;
		}
		String[] place = admitted;
		if (this.series >= this.overflow.budget() && !isOther(admitted)) {
			this.overflow.count();
			place = others();
			known = find(place);
		}
		return (known != null) ? known : add(place);
	}

	private M add(String[] place) {
		Tag[] tags = new Tag[place.length];
		Node<M> node = this.root;
		for (int i = 0; i < place.length; i++) {
			tags[i] = Tag.of(this.labels[i], place[i]);
			node = node.add(place[i]);
		}
		M meter = this.factory.apply(Tags.of(tags));
		node.meter = meter;
		this.series++;
		return meter;
	}

	private String[] others() {
		String[] others = new String[this.labels.length];
		Arrays.fill(others, LabelValues.OTHER);
		return others;
	}

	private static boolean isOther(String[] values) {
		return Arrays.stream(values).allMatch(LabelValues.OTHER::equals);
	}

	/** What comes behind the first few labels' values. */
	private static final class Node<M> {

		private final ConcurrentMap<String, Node<M>> children = new ConcurrentHashMap<>(2);

		/** Many labels have but one value, and it is always the same instance. */
		private volatile @Nullable Node<M> first;

		private final @Nullable String value;

		private volatile @Nullable M meter;

		private Node(@Nullable String value) {
			this.value = value;
		}

		private @Nullable Node<M> child(@Nullable String value) {
			Node<M> child = this.first;
			if (child == null || value == null || child.value == value) {
				return (value != null) ? child : null;
			}
			return this.children.get(value);
		}

		private Node<M> add(String value) {
			Node<M> child = this.children.computeIfAbsent(value, Node::new);
			if (this.first == null) {
				this.first = child;
			}
			return child;
		}

	}

}
