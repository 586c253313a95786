// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request as a person would write it for {@code curl}.
 *
 * @param method its method
 * @param path its path
 * @param headers its headers
 * @param body its body, empty for none
 */
record Call(String method, String path, Map<String, String> headers, String body) {

	static Call get(String path) {
		return new Call("GET", path, Map.of(), "");
	}

	static Call post(String path, String json) {
		return new Call("POST", path, Map.of(), json).with("Content-Type", "application/json");
	}

	/** Return the call with a header. */
	Call with(String name, String value) {
		Map<String, String> all = new LinkedHashMap<>(this.headers);
		all.put(name, value);
		return new Call(this.method, this.path, all, this.body);
	}

	/** Return the call with the key that the gateway of the samples knows. */
	Call withApiKey() {
		return with("X-API-Key", "demo-key");
	}

	/** Return the command that repeats it. */
	String curl(String url) {
		StringBuilder command = new StringBuilder("curl -i");
		this.headers
			.forEach((name, value) -> command.append(" -H '").append(name).append(": ").append(value).append("'"));
		if (!this.body.isEmpty()) {
			command.append(" -d '").append(this.body).append("'");
		}
		return command.append(" ").append(url).append(this.path).toString();
	}

}
