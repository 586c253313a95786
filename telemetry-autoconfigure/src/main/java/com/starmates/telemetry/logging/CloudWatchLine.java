// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.starmates.telemetry.masking.Masker;
import org.jspecify.annotations.Nullable;

/**
 * Assembles the parts of the line in their order.
 */
final class CloudWatchLine {

	private static final String[] OBJECTS = { "request", "response", "user", "session", "workflow", "operation",
			"error" };

	private final LinePart[] parts;

	CloudWatchLine(CloudWatchEncoder settings, UserProviders providers) {
		Masker masker = settings.getMasker();
		MaskedText texts = new MaskedText(masker);
		JsonValues values = new JsonValues(masker, texts, settings.getMaxBytes());
		List<LinePart> line = new ArrayList<>();
		line.add(new TimestampPart(settings.getKeys().timestamp()));
		line.add(new LevelPart(settings.getKeys().level()));
		line.add(new MessagePart(settings.getKeys().message(), values));
		line.add(new IdentityPart(Objects.requireNonNull(settings.getService()),
				Objects.requireNonNull(settings.getEnvironment())));
		for (String object : OBJECTS) {
			line.add(new MembersPart(object, masker, texts));
		}
		line.add(new ExceptionPart(masker));
		line.add(new SourcePart(settings.isIncludeCaller()));
		line.add(new TracingPart());
		line.add(new ExtraFieldsPart(values));
		if (!providers.isEmpty()) {
			line.add(new ProvidersPart(values, providers));
		}
		line.add(new DroppedPart());
		this.parts = line.toArray(LinePart[]::new);
	}

	/**
	 * Write a line. A part that fails leaves nothing behind, and the others are written
	 * all the same.
	 * @return what the last part that failed has thrown, or {@code null}
	 */
	@Nullable Throwable write(Line line, ILoggingEvent event) {
		Throwable failure = null;
		for (LinePart part : this.parts) {
			if (!part.isWanted(line.fields())) {
				continue;
			}
			long mark = line.json().mark();
			try {
				part.writeTo(line, event);
			}
			catch (Throwable ex) {
				line.json().reset(mark);
				failure = ex;
			}
		}
		line.json().end();
		line.sizes().end(line.json().length());
		return failure;
	}

}
