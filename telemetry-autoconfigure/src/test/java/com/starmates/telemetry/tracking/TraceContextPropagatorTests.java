// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TraceContextPropagator}, by the words of the recommendation.
 */
class TraceContextPropagatorTests {

	private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

	private static final String SPAN_ID = "b7ad6b7169203331";

	private static final String PARENT = "00-" + TRACE_ID + "-" + SPAN_ID + "-01";

	private final List<Header> headers = new ArrayList<>();

	@ParameterizedTest(name = "{0} has flags {1}")
	@CsvSource(textBlock = """
			00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00,          00
			00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01,          01
			00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-03,          03
			00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-ff,          03
			'  00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\t',    01
			cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01,          01
			01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-,         01
			cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what-the, 01
			fe-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-09-x,        01
			""", ignoreLeadingAndTrailingWhitespace = true)
	void continuesTheTraceOfAValidParent(String traceparent, String flags) {
		add("traceparent", traceparent);
		assertThat(extracted().getTraceId()).isEqualTo(TRACE_ID);
		assertThat(extracted().getSpanId()).isEqualTo(SPAN_ID);
		assertThat(extracted().getTraceFlags().asHex()).isEqualTo(flags);
		assertThat(extracted().isRemote()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "garbage", "00", "00-", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
			"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-", "0a",
			"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1",
			"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-011",
			"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-",
			"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what-the",
			"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0G",
			"00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
			"00-0af7651916cd43dd8448eb211c80319c-B7AD6B7169203331-01",
			"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0A",
			"00-00000000000000000000000000000000-b7ad6b7169203331-01",
			"00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
			"00-0af7651916cd43dd8448eb211c80319-cb7ad6b7169203331-01",
			"00-0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331-01",
			"00_0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
			"00-0af7651916cd43dd8448eb211c8031.c-b7ad6b7169203331-01",
			"00-0af7651916cd43dd8448eb211c80319c-b7ad6b71692033.1-01",
			"0x-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
			"FF-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
			"ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
			"0-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-001",
			"cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.what-the",
			"00-0af7651916cd43dd8448eb211c80319\u0663-b7ad6b7169203331-01" })
	void ignoresAnInvalidParentAndItsState(String traceparent) {
		add("traceparent", traceparent);
		add("tracestate", "foo=1");
		assertThat(extracted()).isSameAs(SpanContext.getInvalid());
	}

	@Test
	void ignoresParentsThatContradictEachOther() {
		add("traceparent", PARENT);
		add("traceparent", "00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
		assertThat(extracted().isValid()).isFalse();
	}

	@Test
	void ignoresAStateWithoutAParent() {
		add("tracestate", "foo=1");
		assertThat(extracted()).isSameAs(SpanContext.getInvalid());
	}

	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource(delimiter = '|', textBlock = """
			'foo=1'               | foo=1
			'foo=1,bar=2'         | foo=1,bar=2
			'bar=2,foo=1'         | bar=2,foo=1
			'foo=1 \t , \t bar=2' | foo=1,bar=2
			' foo=1'              | foo=1
			'foo=1,,bar=2,'       | foo=1,bar=2
			','                   | ''
			''                    | ''
			'foo= 1'              | 'foo= 1'
			'a-b_c*d/e=:;!"<>~'   | 'a-b_c*d/e=:;!"<>~'
			'0foo=1'              | 0foo=1
			'0tenant@system=1'    | 0tenant@system=1
			'foo@=1,bar=2'        | foo@=1,bar=2
			'foo@@b@r=1'          | foo@@b@r=1
			'foo@0bar=1'          | foo@0bar=1
			""")
	void keepsOrderAndCaseOfAValidState(String tracestate, String expected) {
		add("traceparent", PARENT);
		add("tracestate", tracestate);
		assertThat(state()).isEqualTo(expected);
		assertThat(extracted().getTraceId()).isEqualTo(TRACE_ID);
	}

	@ParameterizedTest
	@ValueSource(strings = { "foo", "foo=", "=1", "foo=1,bar", "foo =1", "FOO=1", "foo.bar=1", "@foo=1", "foo=1,foo=1",
			"foo=1,foo=2", "foo=bar=baz", "foo=1\u0000", "f\u00f6\u00f6=1", "foo=\u00f6", "-foo=1" })
	void ignoresAnInvalidStateButNotItsParent(String tracestate) {
		add("traceparent", PARENT);
		add("tracestate", tracestate);
		assertThat(state()).isEmpty();
		assertThat(extracted().getTraceId()).isEqualTo(TRACE_ID);
	}

	@Test
	void joinsTheStateOfSeveralHeaders() {
		add("traceparent", PARENT);
		add("tracestate", "foo=1,bar=2");
		add("tracestate", "");
		add("tracestate", "rojo=1,congo=2");
		assertThat(state()).isEqualTo("foo=1,bar=2,rojo=1,congo=2");
		add("tracestate", "congo=3");
		assertThat(state()).isEmpty();
	}

	@Test
	void keysAndValuesHaveTheirLimits() {
		assertThat(stateOf("a".repeat(256) + "=1")).isNotEmpty();
		assertThat(stateOf("a".repeat(257) + "=1")).isEmpty();
		assertThat(stateOf("a" + "@".repeat(255) + "=1")).isNotEmpty();
		assertThat(stateOf("a" + "@".repeat(256) + "=1")).isEmpty();
		assertThat(stateOf("foo=" + "1".repeat(256))).isNotEmpty();
		assertThat(stateOf("foo=" + "1".repeat(257))).isEmpty();
	}

	@Test
	void takesThirtyTwoMembersButNotThirtyThree() {
		assertThat(stateOf(members(32))).isEqualTo(members(32));
		assertThat(stateOf(members(33))).isEmpty();
	}

	@Test
	void leavesOutLargeMembersThenTheLastOnes() {
		String small = members(20);
		String large = "large=" + "x".repeat(123);
		assertThat(stateOf(large + "," + small + "," + "m" + "x".repeat(100) + "=" + "y".repeat(200)))
			.isEqualTo(large + "," + small);
		String hundreds = IntStream.range(0, 6)
			.mapToObj((i) -> "k" + i + "=" + "v".repeat(97))
			.collect(Collectors.joining(","));
		assertThat(stateOf(hundreds)).isEqualTo(hundreds.substring(0, 5 * 101 - 1)).hasSize(504);
	}

	@Test
	void aStateCanBeReadByKeyAndAddedTo() {
		stateOf("foo=1,bar=2");
		TraceState state = extracted().getTraceState();
		assertThat(state.size()).isEqualTo(2);
		assertThat(state.get("bar")).isEqualTo("2");
		assertThat(state.get("other")).isNull();
		assertThat(state.toBuilder().put("new", "3").build().asMap().keySet()).containsExactly("new", "foo", "bar");
	}

	@Test
	void writesWhatItHasRead() {
		add("traceparent", "00-" + TRACE_ID + "-" + SPAN_ID + "-03");
		add("tracestate", "foo=1,bar=2");
		Map<String, String> written = new HashMap<>();
		TraceContextPropagator propagator = TraceContextPropagator.getInstance();
		propagator.inject(Context.root().with(Span.wrap(extracted())), written, Map::put);
		assertThat(written).containsEntry("traceparent", "00-" + TRACE_ID + "-" + SPAN_ID + "-03")
			.containsEntry("tracestate", "foo=1,bar=2");
		assertThat(propagator.fields()).containsExactly("traceparent", "tracestate");
	}

	private String stateOf(String tracestate) {
		this.headers.clear();
		add("traceparent", PARENT);
		add("tracestate", tracestate);
		return state();
	}

	private String state() {
		return extracted().getTraceState()
			.asMap()
			.entrySet()
			.stream()
			.map((member) -> member.getKey() + "=" + member.getValue())
			.collect(Collectors.joining(","));
	}

	private SpanContext extracted() {
		return Span
			.fromContext(TraceContextPropagator.getInstance().extract(Context.root(), this.headers, new HeaderGetter()))
			.getSpanContext();
	}

	private void add(String name, String value) {
		this.headers.add(new Header(name, value));
	}

	private static String members(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> "bar%02d=%02d".formatted(i, i))
			.collect(Collectors.joining(","));
	}

	private record Header(String name, String value) {

	}

	private static final class HeaderGetter implements TextMapGetter<List<Header>> {

		@Override
		public Iterable<String> keys(List<Header> carrier) {
			return carrier.stream().map(Header::name).toList();
		}

		@Override
		public @Nullable String get(@Nullable List<Header> carrier, String key) {
			Iterator<String> all = getAll(carrier, key);
			return all.hasNext() ? all.next() : null;
		}

		@Override
		public Iterator<String> getAll(@Nullable List<Header> carrier, String key) {
			return carrier.stream().filter((header) -> header.name().equals(key)).map(Header::value).iterator();
		}

	}

}
