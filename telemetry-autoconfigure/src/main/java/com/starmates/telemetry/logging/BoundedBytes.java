// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.io.ByteArrayOutputStream;

/**
 * Bytes, but not too many.
 */
final class BoundedBytes extends ByteArrayOutputStream {

	private final int max;

	BoundedBytes(int max) {
		this.max = max;
	}

	@Override
	public void write(int b) {
		check(1);
		super.write(b);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) {
		check(length);
		super.write(bytes, offset, length);
	}

	@Override
	public void close() {
		// there is nothing to close
	}

	private void check(int more) {
		if (more > this.max - size()) {
			throw new IllegalStateException("More than " + this.max + " bytes");
		}
	}

}
