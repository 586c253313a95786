// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import org.jspecify.annotations.Nullable;

/**
 * What may be told of a database.
 *
 * @param system which one it is
 * @param namespace its name at the server
 * @param host the server, or the first of many
 * @param port the server's port, or 0 where the URL has none
 */
record Database(DatabaseSystem system, @Nullable String namespace, @Nullable String host, int port) {

	/** Nothing is known. */
	static final Database UNKNOWN = new Database(DatabaseSystem.of(""), null, null, 0);

}
