// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documented schema of log lines.
 */
final class LogLineSchema {

	private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
		.getSchema(read(), InputFormat.JSON);

	private LogLineSchema() {
	}

	static List<Error> violations(JsonNode line) {
		return SCHEMA.validate(line);
	}

	/** Return the schema as it is written. */
	static JsonNode json() {
		return JsonMapper.shared().readTree(read());
	}

	private static String read() {
		try {
			return Files.readString(Path.of("../docs/log-line.schema.json"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
