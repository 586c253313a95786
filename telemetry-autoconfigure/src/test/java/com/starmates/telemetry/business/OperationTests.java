// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

import com.starmates.telemetry.context.TelemetryContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Tests for {@link Operation}. */
class OperationTests {

	private final Recordings recordings = new Recordings();

	private final Operation onboarding = this.recordings.operations().named("onboarding", "account", "welcome");

	@Test
	void runThatReturnsHasSucceeded() {
		String result = this.onboarding.run((run) -> "done");
		assertThat(result).isEqualTo("done");
		assertCounts(1, 1, 0, 0, 0);
		assertThat(this.recordings.timed("onboarding.duration")).isOne();
		assertThat(this.recordings.span("onboarding").getAttributes().get(AttributeKey.stringKey("operation.result")))
			.isEqualTo("success");
	}

	@Test
	void requestCountsAtTheStart() {
		try (OperationRun run = this.onboarding.start()) {
			assertCounts(1, 0, 0, 0, 0);
			run.succeeded();
		}
		assertCounts(1, 1, 0, 0, 0);
	}

	@Test
	void completesWhenItsLastStepIsReached() {
		try (OperationRun run = this.onboarding.start()) {
			run.step("account", (step) -> "account");
			assertCounts(1, 0, 0, 0, 0);
			try (OperationStep step = run.step("welcome")) {
				assertCounts(1, 0, 0, 0, 1);
			}
			run.step("welcome").close();
			run.succeeded();
		}
		assertCounts(1, 1, 0, 0, 1);
		assertThat(this.recordings.timed("onboarding.step.duration", "step", "account")).isOne();
		assertThat(this.recordings.timed("onboarding.step.duration", "step", "welcome")).isEqualTo(2);
	}

	@Test
	void withoutStepsCompletesWhenItDoesNotFail() {
		Operation plain = this.recordings.operations().named("plain");
		plain.run((run) -> run.partlySucceeded());
		plain.run((run) -> run.failed());
		assertThat(this.recordings.count("plain.completions")).isOne();
	}

	@Test
	void exceptionIsRecordedAndThrownOn() {
		assertThatIllegalStateException().isThrownBy(() -> this.onboarding.run((run) -> {
			throw new IllegalStateException("token=abc123def456");
		})).withMessage("token=abc123def456");
		assertCounts(1, 0, 1, 0, 0);
		SpanData span = this.recordings.span("onboarding");
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(span.getStatus().getDescription()).isEqualTo("token=***");
		assertThat(span.getEvents()).hasSize(1);
		assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
			.isEqualTo("java.lang.IllegalStateException");
		assertThat(Span.current().getSpanContext().isValid()).isFalse();
	}

	@Test
	void exceptionOfAStepIsRecordedInBoth() {
		assertThatIllegalStateException().isThrownBy(() -> this.onboarding.run((run) -> run.step("account", (step) -> {
			throw new IllegalStateException();
		})));
		assertThat(this.recordings.span("onboarding account").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertCounts(1, 0, 1, 0, 0);
		assertThat(this.recordings.timed("onboarding.step.duration", "step", "account")).isOne();
	}

	@Test
	void runThatDoesNotTellHowItWentHasFailed() {
		this.onboarding.start().close();
		assertCounts(1, 0, 1, 0, 0);
		assertThat(this.recordings.span("onboarding").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
	}

	@Test
	void runMayTellThatItDidAPart() {
		this.onboarding.run((run) -> run.partlySucceeded());
		assertCounts(1, 0, 0, 1, 0);
		assertThat(this.recordings.span("onboarding").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
	}

	@Test
	void whatIsToldAfterTheEndIsIgnored() {
		OperationRun run = this.onboarding.start();
		run.succeeded().close();
		run.failed(new IllegalStateException()).close();
		assertCounts(1, 1, 0, 0, 0);
		assertThat(this.recordings.spans()).hasSize(1);
	}

	@Test
	void stepsAreChildrenOfTheirRun() {
		this.onboarding.run((run) -> run.step("account", (step) -> "done"));
		SpanData run = this.recordings.span("onboarding");
		SpanData step = this.recordings.span("onboarding account");
		assertThat(step.getParentSpanId()).isEqualTo(run.getSpanId());
		assertThat(step.getAttributes().get(AttributeKey.stringKey("operation.step"))).isEqualTo("account");
	}

	@Test
	void attributesAreTypedAndMasked() {
		this.onboarding.run((run) -> run.attribute("seats", 3)
			.attribute("share", 0.5)
			.attribute("trial", true)
			.attribute("plan", "team")
			.attribute("password", "hunter2")
			.attribute("api_key", 4111111111111111L)
			.attribute("card", 4111111111111111L)
			.attribute("broken", new Object() {
				@Override
				public String toString() {
					throw new IllegalStateException();
				}
			})
			.attribute("note", "Bearer abcdefghijklmnopqrstuvwxyz0123456789")
			.attribute("nothing", null));
		assertThat(this.recordings.span("onboarding").getAttributes().asMap())
			.containsOnlyKeys(AttributeKey.longKey("seats"), AttributeKey.doubleKey("share"),
					AttributeKey.booleanKey("trial"), AttributeKey.stringKey("plan"),
					AttributeKey.stringKey("password"), AttributeKey.stringKey("note"),
					AttributeKey.stringKey("operation.name"), AttributeKey.stringKey("operation.result"),
					AttributeKey.stringKey("api_key"), AttributeKey.stringKey("card"), AttributeKey.stringKey("broken"))
			.containsEntry(AttributeKey.stringKey("api_key"), "***")
			.containsEntry(AttributeKey.stringKey("card"), "***")
			.containsEntry(AttributeKey.stringKey("password"), "***")
			.containsEntry(AttributeKey.stringKey("note"), "Bearer ***")
			.containsEntry(AttributeKey.longKey("seats"), 3L);
	}

	@Test
	void attributeThatCannotBeToldHarmsNobody() {
		Object endless = new Object() {
			@Override
			public String toString() {
				return "I am " + this;
			}
		};
		this.onboarding.run((run) -> run.attribute("endless", endless).attribute(null, "nothing"));
		assertThat(this.recordings.span("onboarding").getAttributes().get(AttributeKey.stringKey("endless")))
			.isEqualTo(endless.getClass().getName());
	}

	@Test
	void logLinesOfTheRunShowTheOperation() {
		try (Scope scope = TelemetryContext.open()) {
			TelemetryContext.current().user("user_1");
			this.onboarding.run((run) -> {
				assertThat(TelemetryContext.current()).hasToString("{user.id=user_1, operation.name=onboarding}");
				return "done";
			});
			assertThat(TelemetryContext.current().toString()).contains("user.id=user_1", "operation.name=onboarding",
					"operation.result=success", "operation.duration=PT");
		}
	}

	@Test
	void whatTheRunLearnsIsKnownAroundIt() {
		try (Scope scope = TelemetryContext.open()) {
			this.onboarding.run((run) -> {
				TelemetryContext.current().user("user_1", "premium").operation("renamed");
				return "done";
			});
			assertThat(TelemetryContext.current().userSegment()).isEqualTo("premium");
			assertThat(TelemetryContext.current().operationName()).isEqualTo("onboarding");
		}
	}

	@Test
	void stepMayBeAPartOfAnother() {
		this.onboarding.run((run) -> run.step("outer", (outer) -> run.step("inner", (inner) -> "done")));
		assertThat(this.recordings.span("onboarding inner").getParentSpanId())
			.isEqualTo(this.recordings.span("onboarding outer").getSpanId());
	}

	@Test
	void innerRunLeavesTheOutersNameAlone() {
		Operation inner = this.recordings.operations().named("inner");
		try (Scope scope = TelemetryContext.open()) {
			this.onboarding.run((run) -> {
				inner.run((any) -> "done");
				assertThat(TelemetryContext.current().operationName()).isEqualTo("onboarding");
				return "done";
			});
			assertThat(TelemetryContext.current().operationName()).isEqualTo("onboarding");
		}
		assertThat(this.recordings.span("inner").getParentSpanId())
			.isEqualTo(this.recordings.span("onboarding").getSpanId());
	}

	@Test
	void runMayGoOnOnOtherThreads() throws Exception {
		OperationRun run = this.onboarding.startAsync();
		assertThat(OperationRun.current()).isNull();
		Callable<OperationRun> inside = run.context().wrap(OperationRun::current);
		FutureTask<OperationRun> task = new FutureTask<>(() -> {
			OperationRun found = inside.call();
			found.succeeded().close();
			return found;
		});
		new Thread(task).start();
		assertThat(task.get()).isSameAs(run);
		assertCounts(1, 1, 0, 0, 0);
	}

	@Test
	void labelsAreThoseOfTheDefinition() {
		Operation plan = this.recordings.operations()
			.define(OperationDefinition.of("plan", "draft").withLabels("type", "tier"));
		plan.run((run) -> run.step("draft", (step) -> "done"), "simple", "free");
		assertThat(this.recordings.count("plan.success", "type", "simple", "tier", "free")).isOne();
		assertThat(this.recordings.count("plan.completions", "type", "simple", "tier", "free")).isOne();
		assertThat(this.recordings.timed("plan.step.duration", "type", "simple", "tier", "free", "step", "draft"))
			.isOne();
	}

	@Test
	void labelsThatAreMissingAreNoneAndThoseTooManyAreIgnored() {
		Operation plan = this.recordings.operations().define(OperationDefinition.of("plan").withLabels("type", "tier"));
		plan.run((run) -> "done", "simple");
		plan.run((run) -> "done", "simple", "free", "more");
		assertThat(this.recordings.count("plan.success", "type", "simple", "tier", "none")).isOne();
		assertThat(this.recordings.count("plan.success", "type", "simple", "tier", "free")).isOne();
	}

	@Test
	void whatIsSaidLastCounts() {
		this.onboarding.run((run) -> run.failed(new IllegalStateException()).succeeded());
		assertCounts(1, 1, 0, 0, 0);
		assertThat(this.recordings.span("onboarding").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
	}

	@Test
	void namesOfOtherMetersAreRefused() {
		for (String name : List.of("ai", "request", "plan_step")) {
			assertThatIllegalArgumentException().isThrownBy(() -> OperationDefinition.of(name))
				.withMessage("'name' must be none that other meters have: '" + name + "'");
		}
		for (String label : List.of("le", "step", "service")) {
			assertThatIllegalArgumentException().isThrownBy(() -> OperationDefinition.of("plan").withLabels("a", label))
				.withMessage("'labels' must be none that the meters have: [a, " + label + "]");
		}
		assertThatIllegalArgumentException().isThrownBy(() -> OperationDefinition.of("plan").withLabels("a", "a"));
	}

	@Test
	void labelsAreGuarded() {
		Operation plan = this.recordings.operations().define(OperationDefinition.of("plan").withLabels("id"));
		for (int i = 0; i < 150; i++) {
			plan.run((run) -> "done", "id" + i);
		}
		assertThat(this.recordings.count("plan.success", "id", "_other")).isEqualTo(50);
		assertThat(this.recordings.registry().get("plan.success").counters()).hasSize(101);
	}

	@Test
	void isTheSameForTheSameName() {
		assertThat(this.recordings.operations().named("onboarding", "account", "welcome")).isSameAs(this.onboarding);
		assertThatIllegalArgumentException().isThrownBy(() -> this.recordings.operations().named("onboarding"))
			.withMessageContaining("'definition' must be that of before");
	}

	@Test
	void namesThatPrometheusDoesNotTakeAreRefused() {
		for (String name : List.of("", "Onboarding", "on-boarding", "1st", "on.boarding", "_on", "on_", "öffnen")) {
			assertThatIllegalArgumentException().isThrownBy(() -> OperationDefinition.of(name))
				.withMessage("'name' must be lower case letters, digits and underscores: '" + name + "'");
		}
		assertThatIllegalArgumentException()
			.isThrownBy(() -> OperationDefinition.of("many").withLabels("a", "b", "c", "d", "e"))
			.withMessage("'labels' must not be more than 4: [a, b, c, d, e]");
	}

	private void assertCounts(int requests, int successes, int failures, int partial, int completions) {
		assertThat(this.recordings.count("onboarding.requests")).isEqualTo(requests);
		assertThat(this.recordings.count("onboarding.success")).isEqualTo(successes);
		assertThat(this.recordings.count("onboarding.failures")).isEqualTo(failures);
		assertThat(this.recordings.count("onboarding.partial")).isEqualTo(partial);
		assertThat(this.recordings.count("onboarding.completions")).isEqualTo(completions);
	}

}
