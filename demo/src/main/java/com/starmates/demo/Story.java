// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

/**
 * The requests that the demo sends.
 */
enum Story {

	/** One that works. */
	WORKFLOW("A workflow request", 202, "Plan the launch of our shop"),

	/** One that fails in the service farthest from the caller. */
	FAILURE("A failing request", 500, "Do the impossible");

	private final String title;

	private final int status;

	private final String description;

	Story(String title, int status, String description) {
		this.title = title;
		this.status = status;
		this.description = description;
	}

	String title() {
		return this.title;
	}

	/** Return the status that its caller gets. */
	int status() {
		return this.status;
	}

	Call call() {
		String json = "{\"description\":\"" + this.description + "\",\"type\":\"ai-assisted\"}";
		return Call.post("/api/v1/workflows", json).withApiKey();
	}

}
