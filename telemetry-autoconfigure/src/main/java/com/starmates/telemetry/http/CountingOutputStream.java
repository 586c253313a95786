// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.IOException;
import java.nio.ByteBuffer;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/**
 * Counts the bytes that pass, and notes when no more do.
 */
final class CountingOutputStream extends ServletOutputStream {

	private final ServletOutputStream delegate;

	private long count;

	private boolean broken;

	CountingOutputStream(ServletOutputStream delegate) {
		this.delegate = delegate;
	}

	long count() {
		return this.count;
	}

	/** Return whether a byte could not be written. */
	boolean isBroken() {
		return this.broken;
	}

	void restart() {
		this.count = 0;
	}

	@Override
	public void write(int b) throws IOException {
		try {
			this.delegate.write(b);
		}
		catch (IOException ex) {
			throw broken(ex);
		}
		this.count++;
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		try {
			this.delegate.write(bytes, offset, length);
		}
		catch (IOException ex) {
			throw broken(ex);
		}
		this.count += length;
	}

	@Override
	public void write(ByteBuffer buffer) throws IOException {
		int length = buffer.remaining();
		try {
			this.delegate.write(buffer);
		}
		catch (IOException ex) {
			throw broken(ex);
		}
		this.count += length;
	}

	@Override
	public void flush() throws IOException {
		try {
			this.delegate.flush();
		}
		catch (IOException ex) {
			throw broken(ex);
		}
	}

	@Override
	public void close() throws IOException {
		try {
			this.delegate.close();
		}
		catch (IOException ex) {
			throw broken(ex);
		}
	}

	@Override
	public boolean isReady() {
		return this.delegate.isReady();
	}

	@Override
	public void setWriteListener(WriteListener listener) {
		this.delegate.setWriteListener(listener);
	}

	private IOException broken(IOException ex) {
		this.broken = true;
		return ex;
	}

}
