// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * What comes behind the first few labels' values. It is read by any number of threads,
 * and changed by one at a time.
 *
 * @param <M> kind of the meters
 */
final class LabelNode<M> {

	private final ConcurrentMap<String, LabelNode<M>> children = new ConcurrentHashMap<>(2);

	/** Many labels have but one value, and it is always the same instance. */
	private volatile @Nullable LabelNode<M> first;

	private final @Nullable String value;

	private volatile @Nullable M meter;

	LabelNode(@Nullable String value) {
		this.value = value;
	}

	@Nullable M meter() {
		return this.meter;
	}

	void meter(@Nullable M registered) {
		this.meter = registered;
	}

	@Nullable LabelNode<M> child(@Nullable String value) {
		LabelNode<M> child = this.first;
		if (child == null || value == null || child.value == value) {
			return (value != null) ? child : null;
		}
		return this.children.get(value);
	}

	LabelNode<M> add(String value) {
		LabelNode<M> child = this.children.computeIfAbsent(value, LabelNode::new);
		if (this.first == null) {
			this.first = child;
		}
		return child;
	}

	/**
	 * Remove what is at the end of a path, and what leads only there.
	 * @return whether nothing is left here
	 */
	boolean remove(String[] path, int depth) {
		if (depth == path.length) {
			this.meter = null;
			return true;
		}
		LabelNode<M> child = this.children.get(path[depth]);
		if (child != null && child.remove(path, depth + 1)) {
			this.children.remove(path[depth]);
			if (this.first == child) {
				this.first = this.children.values().stream().findAny().orElse(null);
			}
		}
		return this.children.isEmpty();
	}

	/** Tell each path that leads to a meter, and the meter. */
	void forEach(String[] path, int depth, BiConsumer<String[], M> consumer) {
		M found = this.meter;
		if (found != null) {
			consumer.accept(path.clone(), found);
		}
		this.children.forEach((next, child) -> {
			path[depth] = next;
			child.forEach(path, depth + 1, consumer);
		});
	}

}
