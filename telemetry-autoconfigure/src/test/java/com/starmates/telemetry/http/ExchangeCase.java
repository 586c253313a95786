// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One case of the contract: a request, and what every server makes of it. What differs
 * between servlet and reactive stacks is told in this order, apart by a bar.
 */
final class ExchangeCase {

	private final String name;

	private final String method;

	private final String path;

	private final List<String> headers = new ArrayList<>();

	private String body = "";

	private Caller caller = Caller.WAITS;

	private int status = 200;

	private String route;

	private String apiVersion = "none";

	private String errorType = "";

	private String servletAnswer = "";

	private String reactiveAnswer = "";

	private boolean sizeKnown = true;

	private Stack stack = Stack.BOTH;

	private ExchangeCase(String name, String method, String path) {
		this.name = name;
		this.method = method;
		this.path = path;
		this.route = pathAlone();
	}

	static ExchangeCase of(String name, String method, String path) {
		return new ExchangeCase(name, method, path);
	}

	static ExchangeCase get(String name, String path) {
		return of(name, "GET", path);
	}

	ExchangeCase with(String header, String value) {
		this.headers.add(header);
		this.headers.add(value);
		return this;
	}

	ExchangeCase sending(String contentType, String content) {
		this.body = content;
		return with("Content-Type", contentType);
	}

	ExchangeCase calledBy(Caller theCaller) {
		this.caller = theCaller;
		return this;
	}

	/**
	 * The body may have a {@code *} for anything and {@code {id}} for the tracking id.
	 */
	ExchangeCase answers(String answer) {
		return answers(answer, answer);
	}

	ExchangeCase answers(String ofServlet, String ofReactive) {
		this.servletAnswer = ofServlet;
		this.reactiveAnswer = ofReactive;
		return this;
	}

	ExchangeCase answers(int code) {
		this.status = code;
		return this;
	}

	/** Unless told otherwise the body is that of Boot's error page. */
	ExchangeCase fails(int code, String error) {
		this.errorType = error;
		return answers(code).answers(ErrorBodies.servlet(code, this.path), ErrorBodies.reactive(code, this.path));
	}

	ExchangeCase routed(String template) {
		this.route = template;
		return this;
	}

	ExchangeCase unmatched() {
		return routed("");
	}

	ExchangeCase versioned(String version) {
		this.apiVersion = version;
		return this;
	}

	/** A server writes the body where, or when, nobody counts its bytes. */
	ExchangeCase sizeUnknown() {
		this.sizeKnown = false;
		return this;
	}

	ExchangeCase onlyOn(Stack theStack) {
		this.stack = theStack;
		return this;
	}

	String name() {
		return this.name;
	}

	String method() {
		return this.method;
	}

	String path() {
		return this.path;
	}

	String[] headers() {
		return this.headers.toArray(String[]::new);
	}

	String body() {
		return this.body;
	}

	Caller caller() {
		return this.caller;
	}

	int status() {
		return this.status;
	}

	/** The route that takes the request, or empty where none does. */
	String route() {
		return this.route;
	}

	String apiVersion() {
		return this.apiVersion;
	}

	/** The label for the error, or empty where there is none. */
	String errorType(boolean reactive) {
		String[] stacks = this.errorType.split("\\|");
		return reactive ? stacks[stacks.length - 1] : stacks[0];
	}

	Pattern answer(boolean reactive, String trackingId) {
		String answer = (reactive ? this.reactiveAnswer : this.servletAnswer).replace("{id}", trackingId);
		return Pattern.compile(Pattern.quote(answer).replace("*", "\\E.*\\Q"), Pattern.DOTALL);
	}

	/** Whether the exchange sees every byte of the body, as the caller does. */
	boolean isSizeKnown() {
		return this.sizeKnown && this.caller == Caller.WAITS && !"HEAD".equals(this.method);
	}

	boolean isFor(boolean reactive) {
		return this.stack == Stack.BOTH || this.stack == (reactive ? Stack.REACTIVE : Stack.SERVLET);
	}

	/** The path that a span tells: without the query. */
	String pathAlone() {
		return this.path.split("\\?")[0];
	}

	/** The query, or empty where there is none. */
	String query() {
		Matcher matcher = Pattern.compile("\\?(.*)").matcher(this.path);
		return matcher.find() ? matcher.group(1) : "";
	}

	/** Whether the span tells of an error: a caller's is none of the server's. */
	boolean isServerError() {
		return !this.errorType.isEmpty() && (this.status < 400 || this.status >= 500);
	}

	@Override
	public String toString() {
		return this.name;
	}

	/** The stacks that a case is for. */
	enum Stack {

		BOTH, SERVLET, REACTIVE

	}

	/** What the caller does once its request is sent. */
	enum Caller {

		/** It reads the response. */
		WAITS,

		/** It goes when it has read the headers. */
		LEAVES,

		/** It goes on with another protocol, and says goodbye. */
		UPGRADES

	}

}
