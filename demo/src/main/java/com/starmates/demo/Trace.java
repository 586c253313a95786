// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The spans of one trace.
 *
 * @param id its id
 * @param spans its spans by start
 */
record Trace(String id, List<Span> spans) {

	static Trace of(String id, List<Span> spans) {
		return new Trace(id,
				spans.stream()
					.filter((span) -> span.traceId().equals(id))
					.sorted(Comparator.comparingLong(Span::start))
					.toList());
	}

	List<Span> roots() {
		return this.spans.stream().filter(Span::isRoot).toList();
	}

	List<Span> children(Span parent) {
		return this.spans.stream().filter((span) -> span.isChildOf(parent)).toList();
	}

	/** Return the parent of a span, {@code null} if it is a root or was not received. */
	@Nullable Span parent(Span child) {
		return this.spans.stream().filter(child::isChildOf).findFirst().orElse(null);
	}

	Set<String> services() {
		return this.spans.stream().map(Span::service).collect(Collectors.toSet());
	}

	/** Return whether it is one tree: one root, and every other span has its parent. */
	boolean isTree() {
		return roots().size() == 1 && this.spans.stream().allMatch((span) -> span.isRoot() || parent(span) != null);
	}

	/** Return whether it is one tree with spans of all services. */
	boolean isWhole() {
		return isTree() && missing().isEmpty();
	}

	/** Return the services without a span in it. */
	List<Service> missing() {
		Set<String> services = services();
		return List.of(Service.values())
			.stream()
			.filter((service) -> !services.contains(service.serviceName()))
			.toList();
	}

}
