// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import com.starmates.telemetry.context.TelemetryContext;
import com.starmates.telemetry.masking.Masker;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * What one log event carries by key, sorted once into members and extra fields. Where a
 * key comes twice, the nearest to the event wins: key/value, then structured argument,
 * then marker, then MDC, then the {@link TelemetryContext}.
 */
final class EventFields {

	/** More than any line may have; others are counted only. */
	private static final int MAX_EXTRAS = 1000;

	private static final int MEMBERS = LogMember.count();

	private final @Nullable Object[] members = new @Nullable Object[MEMBERS];

	private final List<String> extraKeys = new ArrayList<>();

	private final List<String> extraNames = new ArrayList<>();

	private final Set<String> knownKeys = new HashSet<>();

	private final Names names = new Names();

	private final List<Object> extraValues = new ArrayList<>();

	private final BiConsumer<String, Object> adder = this::add;

	/** Captured on the thread that logged, if another one writes. */
	private @Nullable TelemetryContext work;

	/** A bit for each member that is set. */
	private int present;

	private int dropped;

	private Masker masker = Masker.none();

	/** Read an event; names are masked, for keys of a map may be what callers send. */
	void read(ILoggingEvent event, TraceIds ids, Masker masker) {
		this.masker = masker;
		List<KeyValuePair> pairs = event.getKeyValuePairs();
		if (pairs != null) {
			for (KeyValuePair pair : pairs) {
				add(pair.key, pair.value);
			}
		}
		StructuredArguments.read(event, this.adder);
		Map<String, String> mdc = event.getMDCPropertyMap();
		if (mdc.size() > ids.inMdc()) {
			mdc.forEach((key, value) -> {
				if (!ids.isOwn(key, value)) {
					add(key, value);
				}
			});
		}
		((this.work != null) ? this.work : TelemetryContext.current()).forEach(this.adder);
		IThrowableProxy throwable = event.getThrowableProxy();
		if (throwable != null) {
			ErrorMembers.fill(this, throwable);
		}
	}

	void clear() {
		if (this.present != 0) {
			for (int rest = this.present; rest != 0; rest &= rest - 1) {
				this.members[Integer.numberOfTrailingZeros(rest)] = null;
			}
			this.present = 0;
		}
		if (!this.extraKeys.isEmpty()) {
			this.extraKeys.clear();
			this.extraNames.clear();
			this.extraValues.clear();
			this.knownKeys.clear();
			this.dropped = 0;
		}
		this.names.clear();
		this.work = null;
	}

	/** Return whether one of some members is set. */
	boolean hasAny(int bits) {
		return (this.present & bits) != 0;
	}

	@Nullable Object get(LogMember member) {
		return this.members[member.ordinal()];
	}

	/** Set a member that nobody else has set. */
	void setIfAbsent(LogMember member, @Nullable Object value) {
		if (value != null && this.members[member.ordinal()] == null) {
			this.members[member.ordinal()] = value;
			this.present |= member.bit();
		}
	}

	/** Whether a name at the top level of the line is taken. */
	boolean isTaken(String name) {
		return ReservedNames.isReserved(name) || this.names.contains(name);
	}

	int extraCount() {
		return this.extraNames.size();
	}

	String extraKey(int index) {
		return this.extraKeys.get(index);
	}

	String extraName(int index) {
		return this.extraNames.get(index);
	}

	Object extraValue(int index) {
		return this.extraValues.get(index);
	}

	/** Return how many fields were too many to be remembered. */
	int dropped() {
		return this.dropped;
	}

	private void add(@Nullable String key, @Nullable Object value) {
		if (key == null || value == null) {
			return;
		}
		if (value instanceof TelemetryContext captured) {
			this.work = captured;
			return;
		}
		LogMember member = LogMember.of(key);
		if (member != null) {
			setIfAbsent(member, value);
		}
		else if (this.extraKeys.size() == MAX_EXTRAS) {
			this.dropped += this.knownKeys.contains(key) ? 0 : 1;
		}
		else if (this.knownKeys.add(key)) {
			this.extraKeys.add(key);
			this.extraNames.add(this.names.add(ReservedNames.avoid(this.masker.mask(key))));
			this.extraValues.add(value);
		}
	}

}
