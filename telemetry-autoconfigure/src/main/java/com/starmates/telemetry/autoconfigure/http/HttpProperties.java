// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import java.util.List;

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
		for (String path : excludePaths) {
			if (!path.startsWith("/") || path.length() == 1) {
				throw new InvalidConfigurationPropertyValueException("telemetry.http.exclude-paths", path,
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
	 */
	record AccessLogProperties(@DefaultValue("true") boolean enabled, @DefaultValue("info") Level level,
			@DefaultValue("warn") Level clientErrorLevel, @DefaultValue("error") Level serverErrorLevel) {

	}

}
