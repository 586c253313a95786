// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.starmates.telemetry.doctor.Facts;
import com.starmates.telemetry.resource.ResourceAttributes;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.jspecify.annotations.Nullable;

/**
 * What Boot's SDK tells of spans.
 */
final class SpanFacts {

	private static final Pattern RATIO = Pattern.compile("(?:root:)?TraceIdRatioBased\\{([0-9.E-]+)\\}.*");

	private final @Nullable Resource resource;

	private final @Nullable Sampler sampler;

	SpanFacts(@Nullable Resource resource, @Nullable Sampler sampler) {
		this.resource = resource;
		this.sampler = sampler;
	}

	@Nullable String serviceName() {
		Resource of = this.resource;
		return (of != null) ? of.getAttribute(AttributeKey.stringKey(ResourceAttributes.SERVICE_NAME)) : null;
	}

	Facts.Sampling sampling() {
		Sampler of = this.sampler;
		return (of != null) ? new Facts.Sampling(of.getDescription(), ratio(of.getDescription()))
				: new Facts.Sampling(null, 0);
	}

	/** A sampler of the application's own is taken for one that knows what it does. */
	static double ratio(String description) {
		String root = description.startsWith("ParentBased{") ? description.substring("ParentBased{".length())
				: description;
		Matcher ratio = RATIO.matcher(root);
		if (ratio.matches()) {
			return Double.parseDouble(ratio.group(1));
		}
		boolean off = root.startsWith("AlwaysOffSampler") || root.startsWith("root:AlwaysOffSampler");
		return off ? 0 : 1;
	}

}
