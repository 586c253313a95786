// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Holds requests until it is opened.
 */
final class Gate {

	private volatile CompletableFuture<String> opened = new CompletableFuture<>();

	void close() {
		this.opened = new CompletableFuture<>();
	}

	void open() {
		this.opened.complete("open");
	}

	CompletableFuture<String> opened() {
		return Objects.requireNonNull(this.opened);
	}

}
