// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import com.starmates.telemetry.logging.CloudWatchEncoder;
import org.slf4j.LoggerFactory;

import org.springframework.boot.logging.structured.StructuredLogFormatter;
import org.springframework.core.env.Environment;

/**
 * Brings our encoder into Boot's structured logging. Boot makes it by its class name, as
 * soon as there is an environment.
 */
class CloudWatchStructuredLogFormatter implements StructuredLogFormatter<ILoggingEvent> {

	private final CloudWatchEncoder encoder;

	CloudWatchStructuredLogFormatter(Environment environment) {
		this.encoder = EncoderSettings.encoder(environment);
		this.encoder.setContext((Context) LoggerFactory.getILoggerFactory());
		this.encoder.start();
	}

	@Override
	public String format(ILoggingEvent event) {
		return new String(this.encoder.encode(event), StandardCharsets.UTF_8);
	}

	@Override
	public byte[] formatAsBytes(ILoggingEvent event, Charset charset) {
		return StandardCharsets.UTF_8.equals(charset) ? this.encoder.encode(event) : format(event).getBytes(charset);
	}

}
