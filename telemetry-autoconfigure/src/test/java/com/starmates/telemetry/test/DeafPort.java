// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port that nobody listens at, and that nobody else gets meanwhile. */
public final class DeafPort implements AutoCloseable {

	private final Socket holder = new Socket();

	public DeafPort() throws IOException {
		this.holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
	}

	public int number() {
		return this.holder.getLocalPort();
	}

	@Override
	public void close() throws IOException {
		this.holder.close();
	}

}
