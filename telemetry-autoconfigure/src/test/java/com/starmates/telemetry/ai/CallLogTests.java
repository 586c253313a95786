// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.masking.Masker;
import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link CallLog}. */
class CallLogTests {

	private final Logger logger = (Logger) LoggerFactory.getLogger("com.starmates.telemetry.ai.calls");

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	private final CallRecord call = new CallRecord("openai", "gpt-4o-mini", 0);

	@BeforeEach
	void listen() {
		this.lines.start();
		this.logger.addAppender(this.lines);
		this.logger.setLevel(Level.DEBUG);
	}

	@AfterEach
	void listenNoMore() {
		this.logger.detachAppender(this.lines);
		this.logger.setLevel(null);
	}

	@Test
	void tellsWhatAnAnswerTookAndCost() {
		this.call.used(new TokenUsage(1_000, 200, 4_000, 0), false);
		this.call.costs(0.000015);
		CallLog.write(this.call, TimeUnit.MILLISECONDS.toNanos(1_500));
		assertThat(this.lines.list).singleElement().satisfies((line) -> {
			assertThat(line.getFormattedMessage()).isEqualTo("gpt-4o-mini - success");
			assertThat(line.getKeyValuePairs()).containsExactly(new KeyValuePair("ai",
					Map.of("provider", "openai", "model", "gpt-4o-mini", "duration", Duration.ofMillis(1_500),
							"input_tokens", 5_000L, "output_tokens", 200L, "cost", new BigDecimal("0.000015"))));
		});
	}

	@Test
	void tellsWhatIsKnownOfAFailure() {
		this.call.failed(new TimeoutException("too long"));
		CallLog.write(this.call, TimeUnit.SECONDS.toNanos(10));
		assertThat(this.lines.list).singleElement().satisfies((line) -> {
			assertThat(line.getFormattedMessage()).isEqualTo("gpt-4o-mini - failure");
			assertThat(line.getKeyValuePairs())
				.containsExactly(
						new KeyValuePair("ai",
								Map.of("provider", "openai", "model", "gpt-4o-mini", "duration",
										Duration.ofSeconds(10))),
						new KeyValuePair("error_type", "TimeoutException"),
						new KeyValuePair("error_category", "timeout"));
		});
	}

	@Test
	void everyCallThatEndsHasItsLine() {
		ModelCalls calls = new ModelCalls(OpenTelemetry.noop(), new ModelCallMeters(GuardedMeters.disabled(), null),
				new PriceTable(List.of(), Clock.systemUTC()), Masker.none());
		calls.start("openai", "gpt-4o-mini").close();
		assertThat(this.lines.list).singleElement()
			.extracting(ILoggingEvent::getFormattedMessage)
			.asString()
			.startsWith("gpt-4o-mini - ");
	}

	@Test
	void isSilentUnlessAskedFor() {
		this.logger.setLevel(Level.INFO);
		CallLog.write(this.call, 1);
		assertThat(this.lines.list).isEmpty();
	}

}
