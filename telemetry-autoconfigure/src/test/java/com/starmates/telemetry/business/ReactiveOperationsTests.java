// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import com.starmates.telemetry.tracking.ContextPropagation;
import com.starmates.telemetry.tracking.ReactorPropagation;
import io.micrometer.context.ContextRegistry;
import io.opentelemetry.api.trace.Span;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link ReactiveOperations}. */
class ReactiveOperationsTests {

	private final Recordings recordings = new Recordings();

	private final Operation onboarding = this.recordings.operations().named("onboarding");

	@Test
	void answerThatIsCompleteSucceeds() {
		StepVerifier.create(ReactiveOperations.run(this.onboarding, Mono.just("done")))
			.expectNext("done")
			.verifyComplete();
		StepVerifier.create(ReactiveOperations.run(this.onboarding, Flux.empty())).verifyComplete();
		assertThat(this.recordings.count("onboarding.success")).isEqualTo(2);
	}

	@Test
	void answerThatFailsFails() {
		StepVerifier.create(ReactiveOperations.run(this.onboarding, Mono.error(new IllegalStateException("Nobody"))))
			.verifyErrorMessage("Nobody");
		assertThat(this.recordings.count("onboarding.failures")).isOne();
		assertThat(this.recordings.span("onboarding").getStatus().getDescription()).isEqualTo("Nobody");
	}

	@Test
	void answerThatIsCutOffFails() {
		StepVerifier.create(ReactiveOperations.run(this.onboarding, Mono.never())).thenCancel().verify();
		assertThat(this.recordings.count("onboarding.failures")).isOne();
	}

	@Test
	void runHasEndedWhenTheAnswerComes() {
		Mono<Double> one = ReactiveOperations.run(this.onboarding, Mono.just("done"))
			.map((done) -> this.recordings.count("onboarding.success"));
		assertThat(one.block()).isOne();
		Mono<Double> another = ReactiveOperations.run(this.onboarding, Flux.just("done", "done"))
			.then(Mono.fromSupplier(() -> this.recordings.count("onboarding.success")));
		assertThat(another.block()).isEqualTo(2);
		Mono<Double> failed = ReactiveOperations.run(this.onboarding, Mono.error(new IllegalStateException("Nobody")))
			.thenReturn(0.0)
			.onErrorResume((cause) -> Mono.fromSupplier(() -> this.recordings.count("onboarding.failures")));
		assertThat(failed.block()).isOne();
	}

	@Test
	void innerRunIsAChildOnAnyThread() {
		Operation inner = this.recordings.operations().named("inner");
		Mono<String> chain = ReactiveOperations.run(this.onboarding,
				Mono.just("user")
					.publishOn(Schedulers.parallel())
					.flatMap((user) -> ReactiveOperations.run(inner, Mono.just(user))));
		StepVerifier.create(chain).expectNext("user").verifyComplete();
		assertThat(this.recordings.span("inner").getParentSpanId())
			.isEqualTo(this.recordings.span("onboarding").getSpanId());
	}

	@Test
	void codeOfTheChainIsInTheRun() {
		try (ContextPropagation propagation = new ContextPropagation(ContextRegistry.getInstance())) {
			Mono<String> chain = ReactiveOperations.run(this.onboarding, Mono.deferContextual(
					(view) -> Mono.just(Span.fromContext(ReactorPropagation.from(view)).getSpanContext().getSpanId())));
			String inside = chain.block();
			assertThat(inside).isEqualTo(this.recordings.span("onboarding").getSpanId());
		}
	}

}
