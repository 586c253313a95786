// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SqlStatements}.
 */
class SqlStatementsTests {

	private final SqlStatements statements = new SqlStatements(SqlDialect.STANDARD);

	@Test
	void readsAStatementOnce() {
		SqlStatement first = this.statements.get("select * from a");
		assertThat(this.statements.get(String.valueOf("select * from a".toCharArray()))).isSameAs(first);
	}

	@Test
	void keepsWhatIsUsedAndNotMuchElse() {
		SqlStatement used = this.statements.get("select * from used");
		for (int i = 0; i < 5000; i++) {
			this.statements.get("select " + i + " from a");
			assertThat(this.statements.get("select * from used")).isSameAs(used);
		}
		assertThat(this.statements.size()).isLessThanOrEqualTo(1002);
	}

	@Test
	void keepsFewLongStatementsAndNoneThatIsCut() {
		for (int i = 0; i < 500; i++) {
			this.statements.get("select " + i + " from a where " + "x = y and ".repeat(800));
		}
		assertThat(this.statements.size()).isBetween(60, 130);
		int before = this.statements.size();
		this.statements.get("x".repeat(SqlScanner.MAX_LENGTH + 1));
		assertThat(this.statements.size()).isEqualTo(before);
	}

}
