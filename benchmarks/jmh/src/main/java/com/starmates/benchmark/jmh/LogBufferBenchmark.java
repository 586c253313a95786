// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark.jmh;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.starmates.telemetry.logging.LogBufferFilter;
import com.starmates.telemetry.logging.LogBuffers;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a line costs that is below the level of its logger: without a buffer, with one
 * outside of requests, and with one within a request that has already filled it.
 *
 * @since 1.0.0
 */
public class LogBufferBenchmark extends AbstractBenchmark {

	private static final int MAX_REQUEST_BYTES = 256 * 1024;

	private static final int MAX_TOTAL_BYTES = 16 * 1024 * 1024;

	private final LoggerContext loggers = new LoggerContext();

	private final Logger logger = this.loggers.getLogger(LogBufferBenchmark.class);

	/** Where the line is logged. */
	@Param({ "off", "outside", "within" })
	public String buffer = "";

	private Scope scope = Scope.noop();

	private int number;

	/** Put the filter in, and begin a request. */
	@Setup
	public void setUp() {
		this.loggers.setMDCAdapter(new LogbackMDCAdapter());
		this.loggers.getMDCAdapter().put("traceId", "0af7651916cd43dd8448eb211c80319c");
		this.loggers.getMDCAdapter().put("spanId", "b7ad6b7169203331");
		this.loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
		if (!this.buffer.equals("off")) {
			LogBuffers buffers = new LogBuffers(Level.DEBUG, MAX_REQUEST_BYTES, MAX_TOTAL_BYTES);
			this.loggers.addTurboFilter(new LogBufferFilter(buffers, false));
			if (this.buffer.equals("within")) {
				this.scope = buffers.open(Context.root()).makeCurrent();
			}
		}
	}

	/** End the request. */
	@TearDown
	public void tearDown() {
		this.scope.close();
	}

	/** Log. */
	@Benchmark
	public void debug() {
		this.logger.debug("Session {} is read", this.number++);
	}

	/**
	 * Ask.
	 * @return whether lines are taken
	 */
	@Benchmark
	public boolean isDebugEnabled() {
		return this.logger.isDebugEnabled();
	}

}
