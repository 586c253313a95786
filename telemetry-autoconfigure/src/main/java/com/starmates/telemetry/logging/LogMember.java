// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Members of the log line that an application or the library fills by key: as SLF4J
 * key/value or MDC entry. {@code request_method} and {@code request.method} are the same.
 */
enum LogMember {

	REQUEST_METHOD("request", "method"),

	REQUEST_PATH("request", "path"),

	REQUEST_DURATION("request", "duration"),

	REQUEST_SIZE("request", "size"),

	REQUEST_USER_AGENT("request", "user_agent"),

	REQUEST_IP("request", "ip"),

	RESPONSE_STATUS("response", "status"),

	RESPONSE_SIZE("response", "size"),

	RESPONSE_CONTENT_TYPE("response", "content_type"),

	USER_ID("user", "id"),

	USER_SEGMENT("user", "segment"),

	SESSION_ID("session", "id"),

	SESSION_DURATION("session", "duration"),

	WORKFLOW_ID("workflow", "id"),

	WORKFLOW_TYPE("workflow", "type"),

	WORKFLOW_STATUS("workflow", "status"),

	OPERATION_NAME("operation", "name"),

	OPERATION_RESULT("operation", "result"),

	OPERATION_DURATION("operation", "duration"),

	ERROR_TYPE("error", "type"),

	ERROR_CODE("error", "code"),

	ERROR_MESSAGE("error", "message"),

	ERROR_CATEGORY("error", "category");

	private static final LogMember[] VALUES = values();

	/** Which values of most services are few. */
	private static final Set<LogMember> RECURRING = EnumSet.of(REQUEST_METHOD, REQUEST_USER_AGENT,
			RESPONSE_CONTENT_TYPE, USER_SEGMENT, WORKFLOW_TYPE, WORKFLOW_STATUS, OPERATION_NAME, OPERATION_RESULT,
			ERROR_TYPE, ERROR_CODE, ERROR_CATEGORY);

	private static final Map<String, LogMember> BY_KEY = byKey();

	private final String object;

	/** As a literal of the application is, so that to compare the two takes nothing. */
	private final String name;

	private final String alias;

	private final byte[] quotedMember;

	private final String member;

	LogMember(String object, String member) {
		this.object = object;
		this.member = member;
		this.name = (object + "_" + member).intern();
		this.alias = (object + "." + member).intern();
		this.quotedMember = JsonBuffer.quote(member);
	}

	/**
	 * Return the member that a key stands for.
	 * @param key a key such as {@code request_method} or {@code request.method}
	 * @return the member, or {@code null} if the key stands for none
	 */
	static @Nullable LogMember of(String key) {
		return BY_KEY.get(key);
	}

	/** Return the bits of all members that an object holds. */
	static int bitsOf(String object) {
		return Arrays.stream(VALUES).filter((member) -> member.object.equals(object)).mapToInt(LogMember::bit).sum();
	}

	/** Return how many members there are. */
	static int count() {
		return VALUES.length;
	}

	/** Return the bit that stands for the member in a set. */
	int bit() {
		return 1 << ordinal();
	}

	/** Return the member with its object, such as {@code request.method}. */
	String key() {
		return this.alias;
	}

	/** Return whether its values come again and again. */
	boolean isRecurring() {
		return RECURRING.contains(this);
	}

	/** Return the object that holds the member. */
	String object() {
		return this.object;
	}

	/** Return the name of the member in its object. */
	String member() {
		return this.member;
	}

	/** Return the name of the member in its object, as a buffer wants it. */
	byte[] quotedMember() {
		return this.quotedMember;
	}

	private static Map<String, LogMember> byKey() {
		Map<String, LogMember> byKey = new HashMap<>();
		for (LogMember member : VALUES) {
			byKey.put(member.name, member);
			byKey.put(member.alias, member);
		}
		return byKey;
	}

}
