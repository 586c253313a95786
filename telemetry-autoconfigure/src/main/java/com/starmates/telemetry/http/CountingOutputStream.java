// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.IOException;
import java.nio.ByteBuffer;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/**
 * Counts the bytes that pass.
 */
final class CountingOutputStream extends ServletOutputStream {

	private final ServletOutputStream delegate;

	private long count;

	CountingOutputStream(ServletOutputStream delegate) {
		this.delegate = delegate;
	}

	long count() {
		return this.count;
	}

	void restart() {
		this.count = 0;
	}

	@Override
	public void write(int b) throws IOException {
		this.delegate.write(b);
		this.count++;
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.delegate.write(bytes, offset, length);
		this.count += length;
	}

	@Override
	public void write(ByteBuffer buffer) throws IOException {
		int length = buffer.remaining();
		this.delegate.write(buffer);
		this.count += length;
	}

	@Override
	public void flush() throws IOException {
		this.delegate.flush();
	}

	@Override
	public void close() throws IOException {
		this.delegate.close();
	}

	@Override
	public boolean isReady() {
		return this.delegate.isReady();
	}

	@Override
	public void setWriteListener(WriteListener listener) {
		this.delegate.setWriteListener(listener);
	}

}
