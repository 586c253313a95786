// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

/**
 * What the load looks like, and what service it meets.
 *
 * @param routes how many routes the service has beside its own
 * @param connections how many connections are open
 * @param headers how many headers a request has beside those of any client, trace context
 * first
 */
record Shape(int routes, int connections, int headers) {

	static final Shape USUAL = new Shape(0, 32, 0);

	@Override
	public String toString() {
		return this.routes + 1 + " routes, " + this.connections + " connections, " + this.headers + " headers";
	}

}
