// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

/**
 * JSON text of a line as it is written: names, objects and arrays. It does not check what
 * is written where, except that it puts the commas; and it counts fields as CloudWatch
 * Logs Insights does, each value that is no object and no array.
 */
final class JsonBuffer extends JsonBytes {

	private boolean afterMember;

	private int fields;

	/** Return a name as {@link #name} and {@link #beginObject} want it. */
	static byte[] quote(String name) {
		JsonBuffer json = new JsonBuffer();
		json.append(',');
		json.string(name);
		json.append(':');
		return json.toByteArray();
	}

	/** Begin the text itself. */
	void begin() {
		length(0);
		append('{');
		this.afterMember = false;
		this.fields = 0;
	}

	/** Return how many fields there are so far. */
	int fields() {
		return this.fields;
	}

	/** Return a place to come back to: how many bytes and fields there are. */
	long mark() {
		return (long) this.fields << Integer.SIZE | length();
	}

	/** Forget what was written behind a mark, which must be behind a member. */
	void reset(long mark) {
		resetValue(mark);
		this.afterMember = length() > 1;
	}

	/** Forget what was written behind a mark, which must be where a value is due. */
	void resetValue(long mark) {
		length((int) mark);
		this.fields = (int) (mark >> Integer.SIZE);
		this.afterMember = true;
	}

	/** End the text with a line feed. */
	void end() {
		append('}');
		append('\n');
	}

	/** Begin an object that is a member. */
	void beginObject(byte[] quotedName) {
		quoted(quotedName);
		begin('{');
	}

	void endObject() {
		end('}');
	}

	/** Turn the value that is due into an object. */
	void beginObject() {
		this.fields--;
		begin('{');
	}

	/** Turn the value that is due into an array. */
	void beginArray() {
		this.fields--;
		begin('[');
	}

	void endArray() {
		end(']');
	}

	/** Write the name of a value that is due. */
	void name(byte[] quotedName) {
		quoted(quotedName);
		this.fields++;
	}

	/** Write the name of a value that is due. */
	void name(String name) {
		element();
		string(name);
		append(':');
	}

	/** An element of an array is due. */
	void element() {
		comma();
		this.fields++;
	}

	private void begin(char bracket) {
		append(bracket);
		this.afterMember = false;
	}

	private void end(char bracket) {
		append(bracket);
		this.afterMember = true;
	}

	/** The comma before the name is left out where nothing is to be parted. */
	private void quoted(byte[] name) {
		literal(name, this.afterMember ? 0 : 1);
		this.afterMember = true;
	}

	private void comma() {
		if (this.afterMember) {
			append(',');
		}
		this.afterMember = true;
	}

}
