// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.ArrayList;
import java.util.List;

/**
 * One case of the contract: a request, and what every server makes of it. What differs
 * between servlet and reactive stacks is told in this order, apart by a bar.
 *
 * @param name what the case is about
 * @param method method of the request
 * @param path path of the request, perhaps with a query
 * @param headers names and values of its headers
 * @param body its body, perhaps empty
 * @param status status of the response
 * @param route the route that takes it, or empty where none does
 * @param errorType the label for the error, or empty where there is none
 * @param stack the stack that the case is for, or empty for all
 */
record ExchangeCase(String name, String method, String path, List<String> headers, String body, int status,
		String route, String errorType, String stack) {

	static final String SERVLET = "servlet";

	static final String REACTIVE = "reactive";

	static ExchangeCase of(String name, String method, String path) {
		return new ExchangeCase(name, method, path, List.of(), "", 200, path.split("\\?")[0], "", "");
	}

	static ExchangeCase get(String name, String path) {
		return of(name, "GET", path);
	}

	ExchangeCase with(String header, String value) {
		List<String> all = new ArrayList<>(this.headers);
		all.add(header);
		all.add(value);
		return new ExchangeCase(this.name, this.method, this.path, all, this.body, this.status, this.route,
				this.errorType, this.stack);
	}

	ExchangeCase sending(String contentType, String content) {
		ExchangeCase typed = with("Content-Type", contentType);
		return new ExchangeCase(this.name, this.method, this.path, typed.headers, content, this.status, this.route,
				this.errorType, this.stack);
	}

	ExchangeCase answers(int code) {
		return new ExchangeCase(this.name, this.method, this.path, this.headers, this.body, code, this.route,
				this.errorType, this.stack);
	}

	ExchangeCase fails(int code, String error) {
		return new ExchangeCase(this.name, this.method, this.path, this.headers, this.body, code, this.route, error,
				this.stack);
	}

	ExchangeCase routed(String template) {
		return new ExchangeCase(this.name, this.method, this.path, this.headers, this.body, this.status, template,
				this.errorType, this.stack);
	}

	ExchangeCase unmatched() {
		return routed("");
	}

	ExchangeCase onlyOn(String theStack) {
		return new ExchangeCase(this.name, this.method, this.path, this.headers, this.body, this.status, this.route,
				this.errorType, theStack);
	}

	boolean isFor(boolean reactive) {
		return this.stack.isEmpty() || this.stack.equals(reactive ? REACTIVE : SERVLET);
	}

	String errorType(boolean reactive) {
		String[] stacks = this.errorType.split("\\|");
		return reactive ? stacks[stacks.length - 1] : stacks[0];
	}

	/** The path that a span tells: without the query. */
	String pathAlone() {
		return this.path.split("\\?")[0];
	}

	@Override
	public String toString() {
		return this.name;
	}

}
