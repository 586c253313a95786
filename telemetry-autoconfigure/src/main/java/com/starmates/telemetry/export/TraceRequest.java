// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * One {@code ExportTraceServiceRequest} after the other, each in the place of the one
 * before. Not for use by two threads.
 */
final class TraceRequest {

	private final ProtoBuffer buffer = new ProtoBuffer();

	private final AttributeEncoder attributes = new AttributeEncoder(this.buffer);

	private final SpanEncoder spans = new SpanEncoder(this.buffer, this.attributes);

	/** Return the request that exports spans, good until the next call. */
	ProtoBuffer encode(Collection<SpanData> spans) {
		this.buffer.clear();
		group(spans).forEach(this::resource);
		return this.buffer;
	}

	/** There is one resource, and a scope for each who makes spans. */
	private static Map<Resource, Map<InstrumentationScopeInfo, List<SpanData>>> group(Collection<SpanData> spans) {
		Map<Resource, Map<InstrumentationScopeInfo, List<SpanData>>> groups = new IdentityHashMap<>(2);
		for (SpanData span : spans) {
			groups.computeIfAbsent(span.getResource(), (resource) -> new IdentityHashMap<>(8))
				.computeIfAbsent(span.getInstrumentationScopeInfo(), (scope) -> new ArrayList<>())
				.add(span);
		}
		return groups;
	}

	private void resource(Resource resource, Map<InstrumentationScopeInfo, List<SpanData>> scopes) {
		int begin = this.buffer.beginLarge(1);
		int description = this.buffer.begin(1);
		this.attributes.encode(1, resource.getAttributes());
		this.buffer.end(description);
		scopes.forEach(this::scope);
		this.buffer.stringUnlessEmpty(3, resource.getSchemaUrl());
		this.buffer.endLarge(begin);
	}

	private void scope(InstrumentationScopeInfo scope, List<SpanData> spans) {
		int begin = this.buffer.beginLarge(2);
		int description = this.buffer.begin(1);
		this.buffer.stringUnlessEmpty(1, scope.getName());
		this.buffer.stringUnlessEmpty(2, scope.getVersion());
		this.attributes.encode(3, scope.getAttributes());
		this.buffer.end(description);
		for (SpanData span : spans) {
			this.spans.encode(2, span);
		}
		this.buffer.stringUnlessEmpty(3, scope.getSchemaUrl());
		this.buffer.endLarge(begin);
	}

}
