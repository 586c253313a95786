// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.turbo.MarkerFilter;
import ch.qos.logback.core.read.ListAppender;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;
import org.slf4j.MarkerFactory;
import org.slf4j.spi.LocationAwareLogger;
import org.slf4j.spi.LoggingEventBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogBufferFilter}: which lines it takes, and which it leaves alone.
 */
class LogBufferFilterTests extends AbstractLogBufferTests {

	@Test
	void linesOfEachKindAreWrittenInOrder() {
		assertThat(written(() -> {
			this.logger.debug("1");
			this.logger.debug("{}", 2);
			this.logger.debug("{} {}", 3, 3);
			this.logger.debug("{} {} {}", 4, 4, 4);
			this.logger.debug(MarkerFactory.getMarker("five"), "5");
			this.logger.atDebug().log("6");
			this.logger.log(null, "boundary", LocationAwareLogger.DEBUG_INT, "7", null, null);
			if (this.logger.isDebugEnabled() && this.logger.isEnabledForLevel(org.slf4j.event.Level.DEBUG)) {
				this.logger.debug("8");
			}
			this.logger.debug(null, shortened(new IllegalStateException()));
		})).extracting(ILoggingEvent::getFormattedMessage)
			.containsExactly("1", "2", "3 3", "4 4 4", "5", "6", "7", "8", null);
	}

	@Test
	void eachIsMarked() {
		assertThat(written(() -> {
			this.logger.debug("plain");
			this.logger.atDebug().addKeyValue("order", 7).log("fluent");
		})).extracting((event) -> fields(event).toString())
			.containsExactly("[buffered=\"true\"]", "[buffered=\"true\", order=\"7\"]");
	}

	@Test
	void textShowsTheMarkWhereItsPatternShowsFields() {
		PatternLayout layout = new PatternLayout();
		layout.setContext(this.loggers);
		layout.setPattern("%level %logger %msg %kvp");
		layout.start();
		assertThat(layout.doLayout(onlyWritten(() -> this.logger.debug("plain"))))
			.isEqualTo("DEBUG com.example.Orders plain buffered=\"true\"");
	}

	@Test
	void withoutARequestNothingIsKept() {
		this.logger.debug("plain");
		this.logger.atDebug().log("fluent");
		assertThat(this.logger.isDebugEnabled()).isFalse();
		assertThat(this.appender.list).isEmpty();
	}

	@Test
	void whatIsBelowTheLevelOfTheBufferIsNotKept() {
		assertThat(written(() -> {
			this.logger.trace("plain");
			this.logger.atTrace().log("fluent");
			assertThat(this.logger.isTraceEnabled()).isFalse();
		})).isEmpty();
	}

	@Test
	void whatIsWrittenAtOnceIsNotKept() {
		try (Scope scope = this.buffers.open(Context.root()).makeCurrent()) {
			this.logger.info("plain");
			this.logger.atInfo().log("fluent");
			this.buffers.end(true);
		}
		assertThat(this.appender.list).hasSize(2).allMatch((event) -> event.getKeyValuePairs() == null);
	}

	@Test
	void aLoggerThatIsOffIsLeftAlone() {
		this.logger.setLevel(Level.OFF);
		assertThat(written(() -> {
			this.logger.error("plain");
			this.logger.atError().log("fluent");
			assertThat(this.logger.isErrorEnabled()).isFalse();
		})).isEmpty();
	}

	@Test
	void aLineIsKeptByTheLevelThatItsLoggerHasThen() {
		try (Scope scope = this.buffers.open(Context.root()).makeCurrent()) {
			this.logger.setLevel(Level.DEBUG);
			this.logger.debug("at once");
			this.logger.setLevel(Level.ERROR);
			this.logger.warn("later");
			this.logger.setLevel(null);
			assertThat(this.appender.list).extracting(ILoggingEvent::getMessage).containsExactly("at once");
			this.buffers.end(true);
		}
		assertThat(this.appender.list).extracting(ILoggingEvent::getMessage).containsExactly("at once", "later");
	}

	@Test
	void whatOtherFiltersAcceptIsWrittenAtOnce() {
		MarkerFilter filter = new MarkerFilter();
		filter.setMarker("now");
		filter.setOnMatch("ACCEPT");
		filter.start();
		this.loggers.getTurboFilterList().add(0, filter);
		try (Scope scope = this.buffers.open(Context.root()).makeCurrent()) {
			this.logger.debug(MarkerFactory.getMarker("now"), "accepted");
			this.buffers.end(true);
		}
		assertThat(this.appender.list).hasSize(1).allMatch((event) -> event.getKeyValuePairs() == null);
	}

	@Test
	void afterTheEndNothingIsKeptAndNothingWritten() {
		try (Scope scope = this.buffers.open(Context.root()).makeCurrent()) {
			LoggingEventBuilder begun = this.logger.atDebug();
			this.buffers.end(true);
			begun.log("begun before");
			this.logger.debug("late");
			assertThat(this.logger.isDebugEnabled()).isFalse();
			this.buffers.end(true);
		}
		assertThat(this.appender.list).isEmpty();
	}

	@Test
	void withoutAReasonNothingIsWritten() {
		try (Scope scope = this.buffers.open(Context.root()).makeCurrent()) {
			this.logger.debug("unwanted");
			assertThat(this.buffers.heldBytes()).isPositive();
			this.buffers.end(false);
		}
		assertThat(this.appender.list).isEmpty();
	}

	@Test
	void whatAppendersLogMeanwhileIsNotKept() {
		this.logger.addAppender(new ListAppender<>() {

			@Override
			public void doAppend(ILoggingEvent event) {
				LogBufferFilterTests.this.root().debug("appended");
			}

		});
		assertThat(written(() -> this.logger.debug("first"))).hasSize(1);
	}

	@Test
	void linesWithoutAnythingReachNoAppender() {
		EmptyLines.keepFrom(this.appender);
		EmptyLines.keepFrom(this.appender);
		assertThat(this.appender.getCopyOfAttachedFiltersList()).hasSize(1);
		assertThat(written(() -> this.logger.debug(null))).isEmpty();
		this.logger.info(null);
		assertThat(this.appender.list).hasSize(1);
	}

	@Test
	void whoLoggedItIsKeptWhereItIsWanted() {
		assertThat(onlyWritten(() -> this.logger.debug("without")).getCallerData()).isEmpty();
		this.appender.list.clear();
		this.loggers.resetTurboFilterList();
		this.loggers.addTurboFilter(new LogBufferFilter(this.buffers, true));
		assertThat(written(() -> {
			this.logger.debug("plain");
			this.logger.atDebug().log("fluent");
		})).extracting((event) -> event.getCallerData()[0].getClassName()).containsOnly(getClass().getName());
	}

}
