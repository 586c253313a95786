// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.IOException;
import java.io.PrintWriter;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Response that keeps the tracking header, counts the bytes of its body (before the
 * server compresses them) and remembers that {@code sendError} was called.
 */
final class TrackedResponse extends HttpServletResponseWrapper {

	private final @Nullable TrackingHeader header;

	private @Nullable CountingOutputStream outputStream;

	private @Nullable CountingWriter writer;

	private boolean errorSent;

	private boolean broken;

	TrackedResponse(HttpServletResponse response, @Nullable TrackingHeader header) {
		super(response);
		this.header = header;
		write(header, response);
	}

	/** Return the tracked response that a response is or wraps, if there is one. */
	static @Nullable TrackedResponse find(ServletResponse response) {
		ServletResponse candidate = response;
		while (candidate instanceof HttpServletResponseWrapper wrapper) {
			if (wrapper instanceof TrackedResponse tracked) {
				return tracked;
			}
			candidate = wrapper.getResponse();
		}
		return null;
	}

	/** Write the headers, unless they are there or it is too late. */
	static void write(@Nullable TrackingHeader header, HttpServletResponse response) {
		if (header != null && !response.containsHeader(header.name())) {
			response.setHeader(header.name(), header.value());
			if (header.crossOrigin()) {
				response.addHeader(TrackingHeader.EXPOSE_HEADERS, header.name());
			}
		}
	}

	@Nullable TrackingHeader header() {
		return this.header;
	}

	/** Return how many bytes the application wrote. */
	long size() {
		long bytes = (this.outputStream != null) ? this.outputStream.count() : 0;
		return (this.writer != null) ? bytes + this.writer.count() : bytes;
	}

	boolean isErrorSent() {
		return this.errorSent;
	}

	/** Return whether the caller could no longer be reached. */
	boolean isBroken() {
		return this.broken || (this.outputStream != null && this.outputStream.isBroken());
	}

	/**
	 * Return whether a body that is on its way will not get to its end. Writers throw
	 * nothing; they have to be asked, which makes them flush.
	 */
	boolean isCutOff() {
		return isBroken() || (this.writer != null && isCommitted() && this.writer.checkError());
	}

	@Override
	public void flushBuffer() throws IOException {
		try {
			super.flushBuffer();
		}
		catch (IOException ex) {
			this.broken = true;
			throw ex;
		}
	}

	@Override
	public void setIntHeader(String name, int value) {
		if (!isTracking(name)) {
			super.setIntHeader(name, value);
		}
	}

	@Override
	public void setDateHeader(String name, long date) {
		if (!isTracking(name)) {
			super.setDateHeader(name, date);
		}
	}

	@Override
	public void sendError(int status) throws IOException {
		super.sendError(status);
		this.errorSent = true;
	}

	@Override
	public void sendError(int status, @Nullable String message) throws IOException {
		super.sendError(status, message);
		this.errorSent = true;
	}

	@Override
	public void setHeader(@Nullable String name, @Nullable String value) {
		if (isTracking(name)) {
			return;
		}
		super.setHeader(name, value);
		if (this.header != null && this.header.isShared(name)) {
			super.addHeader(name, this.header.name());
		}
	}

	@Override
	public void addHeader(String name, String value) {
		if (!isTracking(name)) {
			super.addHeader(name, value);
		}
	}

	@Override
	public void addIntHeader(String name, int value) {
		if (!isTracking(name)) {
			super.addIntHeader(name, value);
		}
	}

	@Override
	public void addDateHeader(String name, long date) {
		if (!isTracking(name)) {
			super.addDateHeader(name, date);
		}
	}

	private boolean isTracking(@Nullable String name) {
		return this.header != null && this.header.isTrackingHeader(name);
	}

	@Override
	public void reset() {
		super.reset();
		this.outputStream = null;
		this.writer = null;
		write(this.header, (HttpServletResponse) getResponse());
	}

	@Override
	public void resetBuffer() {
		super.resetBuffer();
		if (this.outputStream != null) {
			this.outputStream.restart();
		}
		if (this.writer != null) {
			this.writer.restart();
		}
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		if (this.outputStream == null) {
			this.outputStream = new CountingOutputStream(super.getOutputStream());
		}
		return this.outputStream;
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		if (this.writer == null) {
			this.writer = new CountingWriter(super.getWriter(), getCharacterEncoding());
		}
		return this.writer;
	}

}
