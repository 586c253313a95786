// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
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

	private final LabelNode<M> root = new LabelNode<>(null);

	/** Written with the lock. */
	private volatile int series;

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
		LabelNode<M> node = this.root.child(first);
		M meter = (node != null) ? node.meter() : null;
		return (meter != null) ? meter : create(first);
	}

	/**
	 * Return the meter of two labels' values.
	 * @param first value of the first label, in any shape
	 * @param second value of the second
	 * @return the meter
	 * @throws IllegalArgumentException if the meters do not have two labels
	 */
	public M get(@Nullable String first, @Nullable String second) {
		LabelNode<M> node = this.root.child(first);
		node = (node != null) ? node.child(second) : null;
		M meter = (node != null) ? node.meter() : null;
		return (meter != null) ? meter : create(first, second);
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
		LabelNode<M> node = this.root.child(first);
		node = (node != null) ? node.child(second) : null;
		node = (node != null) ? node.child(third) : null;
		M meter = (node != null) ? node.meter() : null;
		return (meter != null) ? meter : create(first, second, third);
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
		LabelNode<M> node = this.root.child(first);
		node = (node != null) ? node.child(second) : null;
		node = (node != null) ? node.child(third) : null;
		node = (node != null) ? node.child(fourth) : null;
		M meter = (node != null) ? node.meter() : null;
		return (meter != null) ? meter : create(first, second, third, fourth);
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
		LabelNode<M> node = this.root.child(first);
		node = (node != null) ? node.child(second) : null;
		node = (node != null) ? node.child(third) : null;
		node = (node != null) ? node.child(fourth) : null;
		node = (node != null) ? node.child(fifth) : null;
		M meter = (node != null) ? node.meter() : null;
		return (meter != null) ? meter : create(first, second, third, fourth, fifth);
	}

	/**
	 * Return the meter of any number of labels' values, known ones not without
	 * allocation.
	 * @param values values of the labels in their order, in any shape
	 * @return the meter
	 * @throws IllegalArgumentException if the meters have more labels, or fewer
	 */
	public M getBy(@Nullable String[] values) {
		return create(values);
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
		return (known != null) ? known : place(admitted);
	}

	/** Past the budget, all others' is looked up without the lock. */
	private M place(String[] admitted) {
		M others = isFull() ? find(others(admitted)) : null;
		if (others == null) {
			return register(admitted);
		}
		this.overflow.count();
		return others;
	}

	private boolean isFull() {
		return this.series >= this.overflow.budget();
	}

	private @Nullable M find(String[] admitted) {
		LabelNode<M> node = this.root;
		for (int i = 0; i < admitted.length && node != null; i++) {
			node = node.child(admitted[i]);
		}
		return (node != null) ? node.meter() : null;
	}

	/** The series of all others is always there, and takes what the others cannot. */
	private synchronized M register(String[] admitted) {
		M known = find(admitted);
		if (known != null) {
			return known;
		}
		String[] place = isFull() ? others(admitted) : admitted;
		if (!Arrays.equals(place, admitted)) {
			this.overflow.count();
			known = find(place);
		}
		return (known != null) ? known : add(place);
	}

	private M add(String[] place) {
		Tag[] tags = new Tag[place.length];
		LabelNode<M> node = this.root;
		for (int i = 0; i < place.length; i++) {
			tags[i] = Tag.of(this.labels[i], place[i]);
			node = node.add(place[i]);
		}
		M meter = this.factory.apply(Tags.of(tags));
		node.meter(meter);
		this.series++;
		return meter;
	}

	/** Tell the values of each meter's labels, and the meter; all others' is not told. */
	synchronized void forEach(BiConsumer<String[], M> consumer) {
		this.root.forEach(new String[this.labels.length], 0, (place, meter) -> {
			if (!isOther(place)) {
				consumer.accept(place, meter);
			}
		});
	}

	/** Forget a meter; who asks for it again registers it again. */
	synchronized void remove(String[] place) {
		this.root.remove(place, 0);
		this.series--;
	}

	/**
	 * Use the meter of all others if a meter has not been asked for again.
	 * @return whether it has not
	 */
	synchronized boolean ifMissing(String[] place, Consumer<M> consumer) {
		if (find(place) != null) {
			return false;
		}
		String[] others = others(place);
		if (Arrays.equals(others, place)) {
			Arrays.fill(others, LabelValues.OTHER);
		}
		consumer.accept(register(others));
		return true;
	}

	/** Make room for others in the place of values that no meter has any more. */
	synchronized void forgetValues() {
		List<Set<String>> used = Arrays.stream(this.labels)
			.map((label) -> (Set<String>) new HashSet<String>())
			.toList();
		this.root.forEach(new String[this.labels.length], 0, (place, meter) -> {
			for (int i = 0; i < place.length; i++) {
				used.get(i).add(place[i]);
			}
		});
		for (int i = 0; i < this.labels.length; i++) {
			this.values[i].retain(used.get(i));
		}
	}

	/** A label that has had one value only is no reason, and stays. */
	private String[] others(String[] place) {
		String[] others = new String[place.length];
		for (int i = 0; i < place.length; i++) {
			others[i] = this.values[i].isSingle() ? place[i] : LabelValues.OTHER;
		}
		return others;
	}

	private static boolean isOther(String[] place) {
		return Arrays.stream(place).allMatch(LabelValues.OTHER::equals);
	}

}
