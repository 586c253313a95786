// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DatabaseUrl}.
 */
class DatabaseUrlTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			jdbc:postgresql://db.example:5433/app?user=u&password=secret | postgresql | app | db.example | 5433
			jdbc:postgresql://one:5432,two:5432/app | postgresql | app | one | 5432
			jdbc:postgresql://[::1]/app | postgresql | app | [::1] | 0
			jdbc:postgresql:app | postgresql | app |  | 0
			jdbc:h2:mem:app;DB_CLOSE_DELAY=-1;PASSWORD=secret | h2database | app |  | 0
			jdbc:h2:file:./data | h2database | ./data |  | 0
			jdbc:h2:tcp://db.example:9092/~/app | h2database | ~/app | db.example | 9092
			jdbc:mysql://u:secret@db.example/app | mysql | app | db.example | 0
			jdbc:mysql:replication://one,two/app | mysql | app | one | 0
			jdbc:mariadb://db.example:3306 | mariadb |  | db.example | 3306
			jdbc:sqlserver://host\\one:1433;database=app;password=secret | microsoft.sql_server | app | host | 1433
			jdbc:oracle:thin:u/secret@//db.example:1521/app | oracle.db | app | db.example | 1521
			jdbc:oracle:thin:@db.example:1521:app | oracle.db | app | db.example | 1521
			jdbc:oracle:thin:u/secr?et@db.example:1521:app | oracle.db |  |  | 0
			jdbc:oracle:thin:@(DESCRIPTION=(HOST=db.example)) | oracle.db |  |  | 0
			jdbc:oracle:thin:u/secr;et@db.example:1521:app | oracle.db |  |  | 0
			jdbc:oracle:thin:u/se@cr?et@db.example:1521:app | oracle.db |  |  | 0
			jdbc:oracle:thin:u/secret@//db.example/app?a=b@c | oracle.db | app | db.example | 0
			jdbc:mysql://app:se;cret@db.example/app | mysql |  |  | 0
			jdbc:mysql://app:se?cret@db.example/app | mysql |  |  | 0
			jdbc:mysql://app:se@cr;et@db.example/app | mysql |  |  | 0
			jdbc:mysql://app:se@cr?et@db.example/app | mysql |  |  | 0
			jdbc:mysql://app:se;database=cret@db.example/app | mysql |  |  | 0
			jdbc:mysql://app:se@cret=@db.example/app | mysql | app | db.example | 0
			jdbc:postgresql://db.example/app?user=u@example&password=secret | postgresql | app | db.example | 0
			jdbc:h2:tcp://db.example/~/app;PASSWORD=se@cret | h2database |  |  | 0
			jdbc:h2:mem:app;PASSWORD=se@cret | h2database |  |  | 0
			jdbc:sqlserver://host;user=u@example;password=se?cr@et;database=app | microsoft.sql_server | app | host | 0
			jdbc:db2://db.example:50000/app:user=u;password=secret; | ibm.db2 | app | db.example | 50000
			jdbc:db2://db.example:50000/app:password=secret;user=u; | ibm.db2 | app | db.example | 50000
			jdbc:db2://db.example:50000/app:password=se@cret;user=u; | ibm.db2 |  |  | 0
			jdbc:db2://db.example:50000/app:user=u;password=se@cret; | ibm.db2 |  |  | 0
			jdbc:db2:app:password=secret; | ibm.db2 | app |  | 0
			jdbc:db2:app:password=se@cret; | ibm.db2 |  |  | 0
			jdbc:sqlite:app.db | sqlite | app.db |  | 0
			jdbc:new://db.example/app | other_sql | app | db.example | 0
			""")
	void tellsSystemNameAndServer(String url, String system, String namespace, String host, int port) {
		Database database = DatabaseUrl.read(url);
		assertThat(database.system().name()).isEqualTo(system);
		assertThat(database.namespace()).isEqualTo(namespace);
		assertThat(database.host()).isEqualTo(host);
		assertThat(database.port()).isEqualTo(port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "jdbc:", "jdbc:x", "postgresql://host/name", "secret" })
	void tellsNothingOfWhatIsNoUrl(String url) {
		assertThat(DatabaseUrl.read(url)).isEqualTo(Database.UNKNOWN);
	}

	@Test
	void tellsNothingOfNone() {
		assertThat(DatabaseUrl.read(null)).isEqualTo(Database.UNKNOWN);
	}

}
