// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documented schema of log lines, and the documented queries on them.
 */
class LogLineSchemaTests {

	private static final String LINE = """
			{"@timestamp":"2025-01-31T10:30:45.123Z","@level":"INFO","@message":"POST /api/v1/sessions - 201",\
			"service":"api-gateway","tracking_id":"4bf92f3577b34da6a3ce929d0e0e4736","environment":"dev",\
			"request":{"method":"POST","path":"/api/v1/sessions","duration":0.245,"size":1024,"user_agent":"x",\
			"ip":"127.0.0.1"},"response":{"status":201,"size":2048,"content_type":"application/json"},\
			"user":{"id":"user_12345","segment":"premium"},"session":{"id":"session_67890","duration":1200},\
			"workflow":{"id":"w","type":"simple","status":"running"},\
			"operation":{"name":"create_session","result":"success","duration":0.325},\
			"error":{"type":"X","code":"E001","message":"m","category":"client"},\
			"exception":{"class":"X","stack_trace":"X","file":"X.java","line":42},\
			"source":{"module":"a.B","function":"f","line":17,"thread":"main"},\
			"tracing":{"trace_id":"4bf92f3577b34da6a3ce929d0e0e4736","span_id":"00f067aa0ba902b7"}}""";

	/** Fields that every event has, whoever logs. */
	private static final Set<String> OF_CLOUDWATCH = Set.of("@timestamp", "@message", "@logStream", "@log");

	private static final Pattern QUERY = Pattern.compile("```text\\n(.*?)```", Pattern.DOTALL);

	private static final Pattern FIELD = Pattern.compile("@*[a-z_][a-z_0-9]*(?:\\.[a-z_][a-z_0-9]*)*(?![a-z_0-9(.])");

	private static final Pattern ALIAS = Pattern.compile(" as (\\w+)");

	private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|/[^/\\n]+/|\\b\\d+[a-z]*");

	private static final Set<String> KEYWORDS = Set.of("fields", "filter", "stats", "sort", "limit", "by", "asc",
			"desc", "and", "or", "not", "like", "in", "as", "display", "dedup");

	@Test
	void takesTheWholeLine() {
		assertThat(LogLineSchema.violations(JsonMapper.shared().readTree(LINE))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"environment\":\"dev\",/", "\"service\":\"api-gateway\",/",
			"\"@message\":\"POST \\/api\\/v1\\/sessions - 201\",/", "INFO/LOUD", "45.123Z/45Z", "4bf9/4BF9", "0.245/-1",
			"1024/\"1 KB\"", "\"ip\":/\"address\":", "201,\"size/\"ok\",\"size", "\"client\"/\"other\"",
			"\"line\":17/\"line\":\"17\"", "00f067aa0ba902b7/7" })
	void refusesAnyOther(String change) {
		String[] parts = change.split("(?<!\\\\)/", 2);
		String line = LINE.replace(parts[0].replace("\\/", "/"), parts[1]);
		assertThat(line).isNotEqualTo(LINE);
		assertThat(LogLineSchema.violations(JsonMapper.shared().readTree(line))).isNotEmpty();
	}

	@Test
	void takesTheLineWithPlainKeys() {
		String line = LINE.replace("@timestamp", "timestamp").replace("@level", "level").replace("@message", "message");
		assertThat(LogLineSchema.violations(JsonMapper.shared().readTree(line))).isEmpty();
	}

	@Test
	void listsTheMembersThatLinesHave() {
		for (LogMember member : LogMember.values()) {
			JsonNode properties = LogLineSchema.json().at("/properties/" + member.object() + "/properties");
			assertThat(properties.has(member.member())).as(member.toString()).isTrue();
		}
	}

	@Test
	void queriesAskForFieldsThatLinesHave() throws IOException {
		String document = Files.readString(Path.of("../docs/logs-insights.md"));
		List<String> queries = QUERY.matcher(document).results().map((match) -> match.group(1)).toList();
		assertThat(queries).hasSizeGreaterThan(9);
		assertThat(queries).allSatisfy(this::asksForFields);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ai-cost-by-model", "errors-by-service", "latest-errors", "slowest-paths", "trace-by-id" })
	void savedQueriesAskForFieldsThatLinesHave(String query) throws IOException {
		asksForFields(Files.readString(Path.of("../infra/queries/" + query + ".txt")));
	}

	private void asksForFields(String query) {
		assertThat(fields(query)).as(query).isNotEmpty().allMatch(this::isField);
	}

	private static List<String> fields(String query) {
		List<String> aliases = ALIAS.matcher(query).results().map((match) -> match.group(1)).toList();
		return FIELD.matcher(LITERAL.matcher(query.replace("filterIndex", "filter")).replaceAll(" "))
			.results()
			.map(MatchResult::group)
			.filter((name) -> !KEYWORDS.contains(name) && !aliases.contains(name))
			.toList();
	}

	/** A field whose name begins with @ has a second one in queries. */
	private boolean isField(String name) {
		if (OF_CLOUDWATCH.contains(name)) {
			return true;
		}
		boolean doubled = name.startsWith("@@");
		String path = (doubled ? name.substring(1) : name).replace(".", "/properties/");
		return doubled == path.startsWith("@") && !LogLineSchema.json().at("/properties/" + path).isMissingNode();
	}

}
