// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import java.util.List;

import com.starmates.telemetry.http.AccessLogRules;
import com.starmates.telemetry.http.ExcludedPaths;
import org.slf4j.event.Level;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Settings for HTTP exchanges.
 *
 * @param enabled Whether to start server spans, record HTTP meters and write the access
 * log. When false, Boot observes requests as it does without the library, and nobody is
 * told a tracking id: neither the header nor error bodies have one.
 * @param excludePaths Paths that are neither traced, counted nor logged, each with all
 * below it. The management endpoints are always among them.
 * @param accessLog Settings for the access log.
 */
@ConfigurationProperties("telemetry.http")
record HttpProperties(@DefaultValue("true") boolean enabled, @DefaultValue List<String> excludePaths,
		@DefaultValue AccessLogProperties accessLog) {

	HttpProperties {
		checkPaths("telemetry.http.exclude-paths", excludePaths);
	}

	private static void checkPaths(String property, List<String> paths) {
		for (String path : paths) {
			if (!path.startsWith("/") || path.length() == 1) {
				throw new InvalidConfigurationPropertyValueException(property, path,
						"Expected a path that starts with a slash and is not the root, such as /health");
			}
		}
	}

	/**
	 * Settings for the access log.
	 *
	 * @param enabled Whether to write one line per request.
	 * @param level Level of lines for requests that succeed.
	 * @param clientErrorLevel Level of lines for requests that end with 4xx.
	 * @param serverErrorLevel Level of lines for requests that end with 5xx.
	 * @param successRate Part of the requests that succeed which get a line, from 0 to 1.
	 * Services decide alike for the requests of one trace; errors always get one.
	 * @param excludePaths Paths that get no line, each with all below it. They are traced
	 * and counted all the same.
	 * @param headers Names of request headers to show in the object request_headers.
	 */
	record AccessLogProperties(@DefaultValue("true") boolean enabled, @DefaultValue("info") Level level,
			@DefaultValue("warn") Level clientErrorLevel, @DefaultValue("error") Level serverErrorLevel,
			@DefaultValue("1") double successRate, @DefaultValue List<String> excludePaths,
			@DefaultValue List<String> headers) {

		AccessLogProperties {
			checkPaths("telemetry.http.access-log.exclude-paths", excludePaths);
			if (!(successRate >= 0 && successRate <= 1)) {
				throw new InvalidConfigurationPropertyValueException("telemetry.http.access-log.success-rate",
						successRate, "Expected a number from 0 to 1, such as 0.1 for one line in ten");
			}
		}

		AccessLogRules rules() {
			return new AccessLogRules(
					new AccessLogRules.Levels(this.level, this.clientErrorLevel, this.serverErrorLevel),
					this.successRate, new ExcludedPaths(() -> this.excludePaths), this.headers);
		}

	}

}
