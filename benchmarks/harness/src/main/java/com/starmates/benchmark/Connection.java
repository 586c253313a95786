// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One connection, on which one request follows the other's response. It reads no more of
 * a response than it needs to know that it is complete and well: the load must cost less
 * than the server it measures.
 */
final class Connection implements AutoCloseable {

	private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] HEADERS_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] LENGTH = "Content-Length: ".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

	private final SocketChannel channel;

	private final ByteBuffer response = ByteBuffer.allocate(16 * 1024);

	private long due;

	private Connection(SocketChannel channel) {
		this.channel = channel;
	}

	static Connection open(int port, Selector selector) throws IOException {
		SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
		channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
		channel.configureBlocking(false);
		Connection connection = new Connection(channel);
		channel.register(selector, SelectionKey.OP_READ, connection);
		return connection;
	}

	/** Send a request that was due at a time of {@link System#nanoTime()}. */
	void send(ByteBuffer request, long dueTime) throws IOException {
		this.due = dueTime;
		this.response.clear();
		while (request.hasRemaining()) {
			this.channel.write(request);
		}
	}

	/** Read what is there; return whether the response is complete. */
	boolean receive() throws IOException {
		if (this.channel.read(this.response) < 0) {
			throw new EOFException("The server closed a connection");
		}
		if (!isAt(0, OK)) {
			throw new IOException("Not 200: "
					+ new String(this.response.array(), 0, this.response.position(), StandardCharsets.ISO_8859_1));
		}
		return isComplete();
	}

	/** Return when the request was due. */
	long due() {
		return this.due;
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

	private boolean isComplete() {
		int headersEnd = indexOf(HEADERS_END);
		if (headersEnd < 0) {
			return false;
		}
		int length = indexOf(LENGTH);
		return (length >= 0 && length < headersEnd)
				? this.response.position() >= headersEnd + HEADERS_END.length + number(length + LENGTH.length)
				: isAt(this.response.position() - LAST_CHUNK.length, LAST_CHUNK);
	}

	private int indexOf(byte[] bytes) {
		for (int i = 0; i <= this.response.position() - bytes.length; i++) {
			if (isAt(i, bytes)) {
				return i;
			}
		}
		return -1;
	}

	private int number(int offset) {
		int number = 0;
		for (int i = offset; this.response.get(i) != '\r'; i++) {
			number = number * 10 + this.response.get(i) - '0';
		}
		return number;
	}

	private boolean isAt(int offset, byte[] bytes) {
		int end = offset + bytes.length;
		return offset >= 0 && end <= this.response.position()
				&& Arrays.equals(this.response.array(), offset, end, bytes, 0, bytes.length);
	}

}
