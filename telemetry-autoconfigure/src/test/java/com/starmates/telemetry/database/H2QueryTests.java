// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import io.opentelemetry.api.common.Attributes;

/**
 * What is recorded of queries on H2.
 */
class H2QueryTests extends AbstractQueryTests {

	@Override
	String url() {
		return "jdbc:h2:mem:queries";
	}

	@Override
	Attributes database() {
		return Attributes.builder().put("db.system.name", "h2database").put("db.namespace", "queries").build();
	}

	@Override
	String createProcedure() {
		return "create alias if not exists archive for 'java.lang.Math.abs(int)'";
	}

}
