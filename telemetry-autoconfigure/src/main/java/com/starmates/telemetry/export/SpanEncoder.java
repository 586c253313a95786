// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/**
 * Writes spans, field by field as the SDK's exporter does.
 */
final class SpanEncoder {

	private static final int HAS_IS_REMOTE = 0x100;

	private static final int IS_REMOTE = 0x200;

	private final ProtoBuffer buffer;

	private final AttributeEncoder attributes;

	SpanEncoder(ProtoBuffer buffer, AttributeEncoder attributes) {
		this.buffer = buffer;
		this.attributes = attributes;
	}

	/** Write a span into a repeated field. */
	void encode(int field, SpanData span) {
		int begin = this.buffer.begin(field);
		context(span.getSpanContext());
		parent(span.getParentSpanContext());
		this.buffer.stringUnlessEmpty(5, span.getName());
		this.buffer.varint(6, kind(span.getKind()));
		this.buffer.fixed64UnlessZero(7, span.getStartEpochNanos());
		this.buffer.fixed64UnlessZero(8, span.getEndEpochNanos());
		this.attributes.encode(9, span.getAttributes());
		dropped(10, span.getTotalAttributeCount(), span.getAttributes().size());
		span.getEvents().forEach(this::event);
		dropped(12, span.getTotalRecordedEvents(), span.getEvents().size());
		span.getLinks().forEach(this::link);
		dropped(14, span.getTotalRecordedLinks(), span.getLinks().size());
		status(span.getStatus());
		this.buffer.fixed32(16, flags(span.getSpanContext(), span.getParentSpanContext()));
		this.buffer.end(begin);
	}

	private void context(SpanContext context) {
		this.buffer.hex(1, context.getTraceId());
		this.buffer.hex(2, context.getSpanId());
		if (!context.getTraceState().isEmpty()) {
			this.buffer.string(3, text(context.getTraceState()));
		}
	}

	private static String text(TraceState state) {
		StringBuilder text = new StringBuilder();
		state.forEach((key, value) -> text.append(text.isEmpty() ? "" : ",").append(key).append('=').append(value));
		return text.toString();
	}

	private void parent(SpanContext parent) {
		if (parent.isValid()) {
			this.buffer.hex(4, parent.getSpanId());
		}
	}

	private static int kind(SpanKind kind) {
		return switch (kind) {
			case INTERNAL -> 1;
			case SERVER -> 2;
			case CLIENT -> 3;
			case PRODUCER -> 4;
			case CONSUMER -> 5;
		};
	}

	private void event(EventData event) {
		int begin = this.buffer.begin(11);
		this.buffer.fixed64UnlessZero(1, event.getEpochNanos());
		this.buffer.stringUnlessEmpty(2, event.getName());
		this.attributes.encode(3, event.getAttributes());
		dropped(4, event.getTotalAttributeCount(), event.getAttributes().size());
		this.buffer.end(begin);
	}

	private void link(LinkData link) {
		int begin = this.buffer.begin(13);
		context(link.getSpanContext());
		this.attributes.encode(4, link.getAttributes());
		dropped(5, link.getTotalAttributeCount(), link.getAttributes().size());
		this.buffer.fixed32(6, flags(link.getSpanContext(), link.getSpanContext()));
		this.buffer.end(begin);
	}

	private void status(StatusData status) {
		int begin = this.buffer.begin(15);
		this.buffer.stringUnlessEmpty(2, status.getDescription());
		this.buffer.varintUnlessZero(3, code(status.getStatusCode()));
		this.buffer.end(begin);
	}

	private static int code(StatusCode code) {
		return switch (code) {
			case UNSET -> 0;
			case OK -> 1;
			case ERROR -> 2;
		};
	}

	private static int flags(SpanContext context, SpanContext remote) {
		return context.getTraceFlags().asByte() & 0xff | HAS_IS_REMOTE | (remote.isRemote() ? IS_REMOTE : 0);
	}

	private void dropped(int field, int total, int kept) {
		this.buffer.varintUnlessZero(field, Integer.toUnsignedLong(total - kept));
	}

}
