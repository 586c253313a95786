// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntry;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BaggagePropagator}, by the words of the recommendation.
 */
class BaggagePropagatorTests {

	private final BaggagePropagator propagator = BaggagePropagator.getInstance();

	@ParameterizedTest(name = "{0} says {1}")
	@CsvSource(delimiter = '|', textBlock = """
			'a=1'                                     | 'a: 1'
			'a=1,b=2'                                 | 'a: 1, b: 2'
			'SomeKey \t = \t SomeValue \t , \t K2 = V2 \t ' | 'K2: V2, SomeKey: SomeValue'
			'a='                                      | 'a: '
			'a=;p'                                    | 'a: [p]'
			'a=1=2=='                                 | 'a: 1=2=='
			'a=1;p=1;q'                               | 'a: 1[p=1;q]'
			'a=1 \t ; \t p \t = \t 2 \t ; q'          | 'a: 1[p=2;q]'
			'a=1;p=%2C%3B'                            | 'a: 1[p=%2C%3B]'
			'a=1;p=;q=='                              | 'a: 1[p=;q==]'
			'a=%20%2C%3b%25'                          | 'a:  ,;%'
			'a=%C3%BC%E2%82%AC'                       | 'a: ü€'
			'a=%FF'                                   | 'a: \ufffd'
			'a=x+y'                                   | 'a: x+y'
			'!#$%&*+-.^_`|~09azAZ=1'                  | '!#$%&*+-.^_`|~09azAZ: 1'
			'a=!#$%26()*+-./:<=>?@[]^_`{|}~'          | 'a: !#$&()*+-./:<=>?@[]^_`{|}~'
			'a=1,a=2'                                 | 'a: 2'
			'a=1,,b=2,'                               | 'a: 1, b: 2'
			""", ignoreLeadingAndTrailingWhitespace = true)
	void readsWhatIsWellFormed(String header, String expected) {
		assertThat(read(header)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "b", "b;p", "=1", " =1", "b c=1", "b@c=1", "b(=1", "ü=1", "b=ü", "b=1 2", "b=\"1\"",
			"b=1\\", "b=%", "b=%z", "b=%zz", "b=%4", "b=1%4z", "b=\u0000", "b=\u007f", "b=1\n", "b=1;", "b=1;;p",
			"b=1;=2", "b=1;p q", "b=1;p=q r", "b=1;p=%zz", "b=\u0661" })
	void ignoresMalformedMembersEachForItself(String malformed) {
		assertThat(read("a=1," + malformed + ",c=3")).isEqualTo("a: 1, c: 3");
		assertThat(read(malformed, "c=3")).isEqualTo("c: 3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ",", ";", "=", "%", "garbage" })
	void leavesTheContextWhereThereIsNoMember(String header) {
		Context context = Context.root().with(Baggage.builder().put("own", "1").build());
		assertThat(this.propagator.extract(context, List.of(header), new HeaderGetter())).isSameAs(context);
		assertThat(this.propagator.extract(context, List.<String>of(), new HeaderGetter())).isSameAs(context);
	}

	@Test
	void joinsSeveralHeaders() {
		assertThat(read("a=1,b=2", "b=3;p", "c=4")).isEqualTo("a: 1, b: 3[p], c: 4");
	}

	@ParameterizedTest(name = "{0} with {1} goes out as {2}")
	@CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
			'1'             | ''                     | 'a=1'
			''              | ''                     | 'a='
			'1'             | 'p=1;q'                | 'a=1;p=1;q'
			'1'             | ' p = 1 ; q '          | 'a=1;p=1;q'
			'1'             | 'propagation=unlimited' | 'a=1;propagation=unlimited'
			'1'             | 'two words;q;=;r=%zz'  | 'a=1;q'
			'1'             | 'x,b=2'                | 'a=1'
			' ,;"\\%'       | ''                     | 'a=%20%2C%3B%22%5C%25'
			'x+y=z/:@'      | ''                     | 'a=x%2By=z/:@'
			'ü€'            | ''                     | 'a=%C3%BC%E2%82%AC'
			'\ud83d\ude00'  | ''                     | 'a=%F0%9F%98%80'
			'\ud83d'        | ''                     | 'a=?'
			'\r\nX: 1\u0000' | ''                    | 'a=%0D%0AX:%201%00'
			""")
	void writesWhatMayBeWritten(String value, String metadata, String expected) {
		assertThat(write(Baggage.builder().put("a", value, BaggageEntryMetadata.create(metadata)).build()))
			.isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "two words", "a,b", "a;b", "a=b", "ü", "a\r\nb", "a\"b" })
	void writesNoKeyThatIsNone(String key) {
		assertThat(write(Baggage.builder().put(key, "1").build())).isNull();
		assertThat(write(Baggage.builder().put(key, "1").put("z", "2").build())).isEqualTo("z=2");
	}

	@Test
	void writesNothingWithoutBaggage() {
		assertThat(write(Baggage.empty())).isNull();
	}

	@Test
	void passesOnWhatItReads() {
		String header = "a=1;p=1;q,b=,c=%C3%BC;p=%2C,d=x=y";
		assertThat(write(Baggage.fromContext(extracted(header)))).isEqualTo(header);
	}

	@Test
	void passesOnAsManyMembersAsItMust() {
		String header = members(64);
		assertThat(write(Baggage.fromContext(extracted(header)))).isEqualTo(header);
		assertThat(Baggage.fromContext(extracted(members(40), members(70))).size()).isEqualTo(40);
		assertThat(Baggage.fromContext(extracted(members(70))).size()).isEqualTo(64);
		assertThat(Baggage.fromContext(extracted("%," + members(64))).size()).isEqualTo(64);
	}

	@Test
	void writesNoMoreMembersThanOthersMustPassOn() {
		BaggageBuilder many = Baggage.builder();
		IntStream.range(0, 70).forEach((i) -> many.put("key%02d".formatted(i), "1"));
		assertThat(write(many.build()).split(",")).hasSize(64);
	}

	@Test
	void passesOnAsManyBytesAsItMust() {
		String header = "a=" + "x".repeat(4093) + ",b=" + "%20".repeat(1364) + "yy";
		assertThat(header).hasSize(8192);
		assertThat(write(Baggage.fromContext(extracted(header)))).isEqualTo(header);
		assertThat(read(header + "y", "c=3")).matches("a: x+, c: 3");
	}

	@Test
	void writesNoMoreBytesThanOthersMustPassOn() {
		Baggage large = Baggage.builder().put("a", "x".repeat(4093)).put("b", " ".repeat(1365)).put("c", "3").build();
		assertThat(write(large)).isEqualTo("a=" + "x".repeat(4093) + ",c=3");
	}

	@Test
	void hasOneHeader() {
		assertThat(this.propagator.fields()).containsExactly("baggage");
		assertThat(this.propagator).hasToString("BaggagePropagator");
	}

	private String read(String... headers) {
		return Baggage.fromContext(extracted(headers))
			.asMap()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((entry) -> entry.getKey() + ": " + textOf(entry.getValue()))
			.collect(Collectors.joining(", "));
	}

	private static String textOf(BaggageEntry entry) {
		String metadata = entry.getMetadata().getValue();
		return metadata.isEmpty() ? entry.getValue() : entry.getValue() + "[" + metadata + "]";
	}

	private Context extracted(String... headers) {
		return this.propagator.extract(Context.root(), Arrays.asList(headers), new HeaderGetter());
	}

	private @Nullable String write(Baggage baggage) {
		Map<String, String> written = new HashMap<>();
		this.propagator.inject(Context.root().with(baggage), written, Map::put);
		return written.get("baggage");
	}

	private static String members(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "key%02d=%d".formatted(i, i)).collect(Collectors.joining(","));
	}

	private static final class HeaderGetter implements TextMapGetter<List<String>> {

		@Override
		public Iterable<String> keys(List<String> carrier) {
			return List.of("baggage");
		}

		@Override
		public @Nullable String get(@Nullable List<String> carrier, String key) {
			return carrier.isEmpty() ? null : carrier.get(0);
		}

		@Override
		public Iterator<String> getAll(@Nullable List<String> carrier, String key) {
			return carrier.iterator();
		}

	}

}
