// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link SqlScanner}.
 */
class SqlScannerTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
					select * from sessions where id = ? | select | sessions | SELECT sessions
					SELECT name FROM app.public.Sessions s | select | sessions | SELECT Sessions
					select 1 | select | none | SELECT
					select a.x from a join b on a.id = b.id left join c using (id) | select | a | SELECT a b c
					select * from a, b | select | a | SELECT a
					select * from (select id from orders) o | select | orders | SELECT SELECT orders
					select * from a where exists (select 1 from b) | select | a | SELECT a SELECT b
					select extract(year from created), trim(both from x) from a | select | a | SELECT a
					select 1 from a where b is not distinct from c | select | a | SELECT a
					select * from generate_series(1, 9) join t on true | select | t | SELECT t
					select * from only a | select | a | SELECT a
					select * from (values (1), (2)) v | select | none | SELECT
					(select 1 from a) union all (select 2 from b) | select | a | SELECT a SELECT b
					select * from a for update | select | a | SELECT a
					select coalesce(replace(name, 'a', ''), 'x') from users | select | users | SELECT users
					with r as (select 1) replace into a select * from r | replace | a | SELECT REPLACE a SELECT
					select nextval('seq') | select | none | SELECT
					insert into a (x, y) values (?, ?) | insert | a | INSERT a
					insert into a(x) select y from b | insert | a | INSERT a SELECT b
					insert ignore into a values (1) on duplicate key update x = 1 | insert | a | INSERT a
					insert into a values (1) on conflict (id) do update set x = 2 | insert | a | INSERT a
					replace into a values (1) | replace | a | REPLACE a
					update only a set x = (select max(y) from b) | update | a | UPDATE a SELECT b
					update a set x = b.x from b where a.id = b.id | update | a | UPDATE a b
					delete from a where id = 1 | delete | a | DELETE a
					merge into a using b on (x = y) when matched then update set x = 1 | merge | a | MERGE a
					merge into a key (id) values (1, 2) | merge | a | MERGE a
					call archive(?, 3) | call | none | CALL archive
					{call app.archive(?)} | call | none | CALL archive
					{ ? = call archive(?) } | call | none | CALL archive
					exec dbo.archive @days = 3 | call | none | CALL archive
					exec @status = dbo.archive 3 | call | none | CALL archive
					create table if not exists s.a (id int) | create | a | CREATE a
					create table a as select * from b | create | a | CREATE a SELECT b
					create unique index i on a (x) | create | a | CREATE a
					create sequence s start with 1 | create | none | CREATE
					create or replace view v as select * from a | create | a | CREATE SELECT a
					alter table only a add foreign key (x) references b on delete cascade | alter | a | ALTER a
					drop table if exists a cascade | drop | a | DROP a
					drop index i | drop | none | DROP
					truncate table a | truncate | a | TRUNCATE a
					truncate a | truncate | a | TRUNCATE a
					with r as (select * from orders) select * from r | select | orders | SELECT orders SELECT
					with r as (select * from a) select * from r join u on x | select | u | SELECT a SELECT u
					with recursive r (n) as (select n from r), q as (select 2) select * from r | select | none | \
			SELECT SELECT SELECT
					with d as (delete from a) insert into b select * from d | insert | b | DELETE a INSERT b SELECT
					with r as materialized (select 1) update a set x = 1 | update | a | SELECT UPDATE a
					set search_path to app | other | none | ''
					explain select * from a | other | none | ''
					selekt * from a | other | none | ''
					lock table a | other | none | ''
					? | other | none | ''
					select * from | select | none | SELECT
					""")
	void tellsOperationTableAndSummary(String sql, String operation, String table, String summary) {
		SqlStatement statement = SqlScanner.scan(sql, SqlDialect.STANDARD);
		assertThat(statement.operation().label()).isEqualTo(operation);
		assertThat(statement.table()).isEqualTo(table);
		assertThat(statement.summary()).isEqualTo("''".equals(summary) ? "" : summary);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/* find by id */ select * from sessions", "-- first\n  -- second\nselect * from sessions",
			"select /*+ INDEX(s i) */ * from /* from other */ sessions", "\r\n\tSELECT\n*\nFROM\nsessions\n",
			"select * from \"Sessions\"", "select * from `app`.`sessions`", "select * from [dbo].[Sessions]",
			"select*from\"APP\".\"SESSIONS\"where id=1", "select * from sessions;" })
	void findsTheTableWhateverIsAroundIt(String sql) {
		assertThat(SqlScanner.scan(sql, SqlDialect.STANDARD).table()).isEqualTo("sessions");
		assertThat(SqlScanner.scan(sql, SqlDialect.OTHER).table()).isEqualTo("sessions");
		assertThat(SqlScanner.scan(sql, SqlDialect.SQL_SERVER).operation()).isEqualTo(SqlOperation.SELECT);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			select 'a', 'it''s', N'b', x'00', date '2020-01-01' | select ?, ?, ?, ?, date ?
			select 1, -2.5e-3, 0xFF, .5, a1, t.c2 | select ?, -?, ?, .?, a1, t.c2
			select $1, :name, a::int, $$b$$, $t$ c $$ $t$ | select $1, :name, a::int, ?, ?
			select q'[it's]', nq'{it's}', q'!it's!' from t | select ?, ?, ? from t
			select  /* 'a' */  x -- 'b' | select x
			select "x y", `z` from "t t" | select "x y", `z` from "t t"
			select 'open | select ?
			select a[1], x in ('a', 'b') | select a[?], x in (?, ?)
			alter user u identified by secret | alter user u identified? …
			exec dbo.sp_password Old1, @new = New2 | exec dbo.sp_password ?, @new = ?
			exec [sp_addlogin] bob, secret; select x from t | exec [sp_addlogin] ?, ?; select x from t
			exec sp_addlogin bob, "hunter2" | exec sp_addlogin ?, ?
			call archive(x, 1) | call archive(x, ?)
			pragma key = secret | pragma? …
			""")
	void showsNoValues(String sql, String text) {
		assertThat(SqlScanner.scan(sql, SqlDialect.STANDARD).text()).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "select 'a\\' , 'secret', 'b'", "select 'it\\'s secret'", "select E'\\' secret '",
			"select /* /* */ don't */ 'secret'", "select # don't\n 'secret'", "select 5--1, '\n, 'secret'",
			"select \"secret\"", "select \"a\\\" secret \"", "select a#don't\n 'secret'", "select `a' secret '",
			"select 'secret", "select $a$secret", "select q'[secret", "create user u identified by secret",
			"select $a$ , 'x' , '$a$' , 'secret'", "select s from t array join ['secret','b'] as x",
			"select s from ['secret']", "select a #> '{b\nsecret}' from t",
			"update t set emp#='a\nsecret b', x = 'y'" })
	void showsNoValuesWhereDatabasesDisagree(String sql) {
		assertThat(SqlScanner.scan(sql, SqlDialect.OTHER).text().replace("`a' secret '", "")).doesNotContain("secret");
	}

	@Test
	void showsNoNumbersOfAnArray() {
		SqlStatement statement = SqlScanner.scan("select s from t array join [12345, 678] as x", SqlDialect.OTHER);
		assertThat(statement.text()).isEqualTo("select s from t array join [?, ?] as x");
		assertThat(statement.table()).isEqualTo("t");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			MYSQL | select ?
			OTHER | …
			""")
	void goesOnBehindACommentOnlyWhereItIsOne(SqlDialect dialect, String text) {
		SqlStatement statement = SqlScanner.scan("# find\nselect 'a'", dialect);
		assertThat(statement.text().strip()).isEqualTo(text);
	}

	@Test
	void readsAndShowsLongStatementsOnlySoFar() {
		String sql = "select * from sessions where id in (" + "?, ".repeat(100_000) + "'secret')";
		SqlStatement statement = SqlScanner.scan(sql, SqlDialect.STANDARD);
		assertThat(statement.table()).isEqualTo("sessions");
		assertThat(statement.text()).hasSizeLessThan(SqlScanner.MAX_LENGTH + 2).endsWith("…");
	}

	@Test
	void summaryIsCutBetweenNames() {
		String summary = SqlScanner.scan("select * from a" + " join abcdefghi".repeat(100), SqlDialect.STANDARD)
			.summary();
		assertThat(summary).hasSizeBetween(240, 255).endsWith(" abcdefghi");
	}

	@ParameterizedTest
	@ValueSource(strings = { "(", "'", "\"", "$", "$a", "/*", "--", "with a as (", "select ", "q'", ".", "e-", "[",
			"from a ", "{", "''", "\\'" })
	void takesLittleTimeForHostileText(String part) {
		long start = System.nanoTime();
		for (SqlDialect dialect : SqlDialect.values()) {
			SqlScanner.scan("select " + part.repeat(1_000_000 / part.length()), dialect);
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
	}

	@Test
	void neverFails() {
		Random random = new Random(42);
		String[] parts = { "select", " ", "from", "(", ")", "'", "\"", "`", "[", "]", ".", ",", ";", "with", " a ",
				"as", "--", "\n", "/*", "*/", "$", "$$", "1", "\\", "q'", "insert into ", "call", "{", "?", "\ud83d",
				"e-" };
		for (int i = 0; i < 20_000; i++) {
			StringBuilder sql = new StringBuilder();
			random.ints(random.nextInt(20), 0, parts.length).forEach((part) -> sql.append(parts[part]));
			assertThatNoException().as(sql.toString())
				.isThrownBy(() -> SqlScanner.scan(sql.toString(), SqlDialect.values()[random.nextInt(3)]));
		}
	}

}
