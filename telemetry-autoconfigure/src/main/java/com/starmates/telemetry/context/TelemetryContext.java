// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.context;

import java.time.Duration;
import java.util.StringJoiner;
import java.util.function.BiConsumer;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What the current piece of work is about. Every log line of the work shows it, and so
 * does the server's span. <pre>{@code
 * TelemetryContext.current().user("user_12345", "premium").session("session_67890");
 * }</pre>
 * <p>
 * Each HTTP request has one of its own, from its arrival to the last byte of its
 * response; other work begins one by {@link #open()}. It belongs to the OpenTelemetry
 * {@link Context} and goes with it to other threads. All of them see what one of them
 * sets, from then on. What is set again is replaced, with all that was known of the one
 * before: a new user has no segment unless it is given. For any number of threads.
 *
 * @since 1.0.0
 */
public final class TelemetryContext {

	private static final ContextKey<TelemetryContext> KEY = ContextKey.named("com.starmates.telemetry.context");

	private static final ContextField[] FIELDS = ContextField.values();

	private static final @Nullable Object[] NOTHING = new @Nullable Object[FIELDS.length];

	/** Where no work has begun, nothing is kept: the thread may be anybody's. */
	private static final TelemetryContext NOWHERE = new TelemetryContext(NOTHING, null);

	/** Replaced as a whole: it is read with every line, and seldom written. */
	private volatile @Nullable Object[] values;

	/** What this is a part of, but for its operation. */
	private final @Nullable TelemetryContext whole;

	private TelemetryContext(@Nullable Object[] values, @Nullable TelemetryContext whole) {
		this.values = values;
		this.whole = whole;
	}

	/**
	 * Return the context of the work that the calling thread does.
	 * @return the context; where no work has begun, one that keeps nothing
	 */
	public static TelemetryContext current() {
		return from(Context.current());
	}

	/**
	 * Return the context of the work that an OpenTelemetry context belongs to.
	 * @param context the OpenTelemetry context
	 * @return the context; where no work has begun, one that keeps nothing
	 */
	public static TelemetryContext from(Context context) {
		TelemetryContext found = context.get(KEY);
		return (found != null) ? found : NOWHERE;
	}

	/**
	 * Begin work that is not an HTTP request, such as a scheduled task or a part of other
	 * work. It knows what the work around it knows; what it adds stays its own.
	 * @return what ends it, on the same thread
	 */
	public static Scope open() {
		return begin(Context.current()).makeCurrent();
	}

	/**
	 * Return an OpenTelemetry context for work to begin.
	 * @param parent the context of the work around it
	 * @return the parent with a {@code TelemetryContext} of its own, which knows what the
	 * parent's knows
	 */
	public static Context begin(Context parent) {
		return parent.with(KEY, new TelemetryContext(from(parent).values, null));
	}

	/**
	 * Return an OpenTelemetry context for a part of some work that carries out an
	 * operation of its own.
	 * @param parent the context of the work
	 * @return the parent with a {@code TelemetryContext} that knows what the parent's
	 * knows; the user, session and workflow that are set in it are the parent's as well
	 */
	public static Context beginPart(Context parent) {
		TelemetryContext whole = from(parent);
		return parent.with(KEY, new TelemetryContext(whole.values, whole));
	}

	/**
	 * Return what is known now.
	 * @return a context that keeps it, whatever is set in this one later
	 */
	public TelemetryContext snapshot() {
		return new TelemetryContext(this.values, null);
	}

	/**
	 * Set the user whom the work is done for.
	 * @param id who it is: an id, not a name or an address
	 * @return this context
	 */
	public TelemetryContext user(@Nullable String id) {
		return user(id, null);
	}

	/**
	 * Set the user whom the work is done for.
	 * @param id who it is: an id, not a name or an address
	 * @param segment one of few groups of users, such as {@code premium}
	 * @return this context
	 */
	public TelemetryContext user(@Nullable String id, @Nullable String segment) {
		return set(ContextField.USER_ID, id, segment);
	}

	/**
	 * Set the session that the work is a part of.
	 * @param id the session's id, not what grants access to it
	 * @return this context
	 */
	public TelemetryContext session(@Nullable String id) {
		return session(id, null);
	}

	/**
	 * Set the session that the work is a part of.
	 * @param id the session's id, not what grants access to it
	 * @param duration how long the session has lasted
	 * @return this context
	 */
	public TelemetryContext session(@Nullable String id, @Nullable Duration duration) {
		return set(ContextField.SESSION_ID, id, duration);
	}

	/**
	 * Set the workflow that the work is a part of.
	 * @param id the workflow's id
	 * @param type how much it has to do
	 * @param status how far it has come
	 * @return this context
	 */
	public TelemetryContext workflow(@Nullable String id, @Nullable WorkflowType type,
			@Nullable WorkflowStatus status) {
		return set(ContextField.WORKFLOW_ID, id, label(type), label(status));
	}

	/**
	 * Set the operation that the work carries out.
	 * @param name one of few names, such as {@code create_session}
	 * @return this context
	 */
	public TelemetryContext operation(@Nullable String name) {
		return operation(name, null, null);
	}

	/**
	 * Set the operation that the work has carried out.
	 * @param name one of few names, such as {@code create_session}
	 * @param result how it ended
	 * @param duration how long it took
	 * @return this context
	 */
	public TelemetryContext operation(@Nullable String name, @Nullable OperationResult result,
			@Nullable Duration duration) {
		return set(ContextField.OPERATION_NAME, name, label(result), duration);
	}

	/**
	 * Return the user whom the work is done for.
	 * @return the user's id, or {@code null} if it is not known
	 */
	public @Nullable String userId() {
		return (String) get(ContextField.USER_ID);
	}

	/**
	 * Return the group that the user belongs to.
	 * @return the segment, or {@code null} if it is not known
	 */
	public @Nullable String userSegment() {
		return (String) get(ContextField.USER_SEGMENT);
	}

	/**
	 * Return the session that the work is a part of.
	 * @return the session's id, or {@code null} if it is not known
	 */
	public @Nullable String sessionId() {
		return (String) get(ContextField.SESSION_ID);
	}

	/**
	 * Return the operation that the work carries out.
	 * @return the name, or {@code null} if it is not known
	 */
	public @Nullable String operationName() {
		return (String) get(ContextField.OPERATION_NAME);
	}

	/**
	 * Return whether nothing is known of the work.
	 * @return {@code false} if something is known
	 */
	public boolean isEmpty() {
		return this.values == NOTHING;
	}

	/**
	 * Tell what is known, by the names that log lines have for it.
	 * @param consumer is told a key, such as {@code user.id}, and its value: a
	 * {@link String} or a {@link Duration}
	 */
	public void forEach(BiConsumer<String, Object> consumer) {
		@Nullable Object[] known = this.values;
		if (known == NOTHING) {
			return;
		}
		for (ContextField field : FIELDS) {
			Object value = known[field.ordinal()];
			if (value != null) {
				consumer.accept(field.key(), value);
			}
		}
	}

	@Override
	public String toString() {
		StringJoiner text = new StringJoiner(", ", "{", "}");
		forEach((key, value) -> text.add(key + "=" + value));
		return text.toString();
	}

	private static @Nullable String label(@Nullable Enum<?> constant) {
		return (constant != null) ? constant.toString() : null;
	}

	private @Nullable Object get(ContextField field) {
		return this.values[field.ordinal()];
	}

	/** Set a field and those that follow it, all at once. */
	private TelemetryContext set(ContextField first, @Nullable Object... group) {
		if (this != NOWHERE) {
			replace(first, group);
		}
		if (this.whole != null && first != ContextField.OPERATION_NAME) {
			this.whole.set(first, group);
		}
		return this;
	}

	private synchronized void replace(ContextField first, @Nullable Object[] group) {
		@Nullable Object[] next = this.values.clone();
		System.arraycopy(group, 0, next, first.ordinal(), group.length);
		this.values = hasAny(next) ? next : NOTHING;
	}

	private static boolean hasAny(@Nullable Object[] values) {
		for (Object value : values) {
			if (value != null) {
				return true;
			}
		}
		return false;
	}

}
