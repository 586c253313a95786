// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Tests for {@link BusinessOperation} and {@link BusinessStep}, on Spring's beans. */
class BusinessOperationTests {

	private final Recordings recordings = new Recordings();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private Onboarding onboarding;

	@BeforeEach
	void start() {
		this.context.registerBean(OperationAdvisingPostProcessor.class, () -> advice(this.recordings::operations));
		this.context.register(Asynchrony.class, Accounts.class, Onboarding.class, PlannerOfPlans.class,
				ReactiveHandler.class, Assistant.class, Bystander.class);
		this.context.refresh();
		this.onboarding = this.context.getBean(Onboarding.class);
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void callIsARun() {
		assertThat(this.onboarding.board("user_1")).isEqualTo("account of user_1");
		assertThat(this.recordings.count("onboarding.success")).isOne();
		assertThat(this.recordings.count("onboarding.completions")).isOne();
		assertThat(this.recordings.timed("onboarding.step.duration", "step", "account")).isOne();
		assertThat(this.recordings.span("onboarding account").getParentSpanId())
			.isEqualTo(this.recordings.span("onboarding").getSpanId());
	}

	@Test
	void exceptionFailsTheRun() {
		assertThatIllegalStateException().isThrownBy(() -> this.onboarding.board(""));
		assertThat(this.recordings.count("onboarding.failures")).isOne();
	}

	@Test
	void callMayTellThatItDidAPart() {
		this.onboarding.boardPartly();
		assertThat(this.recordings.count("partly.partial")).isOne();
	}

	@Test
	void stepOutsideOfARunIsAPlainCall() {
		assertThat(this.context.getBean(Accounts.class).create("user_1")).isEqualTo("account of user_1");
		assertThat(this.recordings.spans()).isEmpty();
	}

	@Test
	void annotationOfAnInterfaceCounts() {
		assertThat(this.context.getBean(Planner.class).plan()).isEqualTo("plan");
		assertThat(this.recordings.count("plan_generation.success")).isOne();
	}

	@Test
	void annotationOfASuperclassCounts() {
		assertThat(this.context.getBean(Assistant.class).assist()).isEqualTo("assistance");
		assertThat(this.recordings.count("assistance.success")).isOne();
	}

	@Test
	void beanWithoutAnnotationIsLeftAlone() {
		assertThat(AopUtils.isAopProxy(this.context.getBean(Accounts.class))).isTrue();
		assertThat(AopUtils.isAopProxy(this.context.getBean(Bystander.class))).isFalse();
	}

	@Test
	void callOfTheSameClassGoesPastTheProxy() {
		this.onboarding.boardInside();
		assertThat(this.recordings.spans()).isEmpty();
	}

	@Test
	void futureEndsTheRun() {
		CompletableFuture<String> answer = new CompletableFuture<>();
		CompletableFuture<String> returned = this.onboarding.boardLater(answer);
		assertThat(this.recordings.count("later.requests")).isOne();
		assertThat(this.recordings.spans()).isEmpty();
		answer.complete("done");
		assertThat(returned).isCompletedWithValue("done");
		assertThat(this.recordings.count("later.success")).isOne();
		this.onboarding.boardLater(CompletableFuture.failedFuture(new IllegalStateException()));
		assertThat(this.recordings.count("later.failures")).isOne();
	}

	@Test
	void futureEndsAfterTheRun() {
		CompletableFuture<String> answer = new CompletableFuture<>();
		CompletableFuture<Double> counted = this.onboarding.boardLater(answer)
			.thenApply((done) -> this.recordings.count("later.success"));
		answer.complete("done");
		assertThat(counted).isCompletedWithValue(1.0);
	}

	@Test
	void futureFailsAsTheMethodsOwn() {
		IllegalStateException failure = new IllegalStateException();
		CompletableFuture<Throwable> seen = this.onboarding.boardLater(CompletableFuture.failedFuture(failure))
			.handle((done, error) -> error);
		assertThat(seen).isCompletedWithValue(failure);
	}

	@Test
	void futureThatIsCancelledCancelsTheMethodsOwn() {
		CompletableFuture<String> answer = new CompletableFuture<>();
		this.onboarding.boardLater(answer).cancel(true);
		assertThat(answer).isCancelled();
		assertThat(this.recordings.count("later.failures")).isOne();
	}

	@Test
	void futureThatIsCompletedByItsCallerCompletesTheMethodsOwn() {
		CompletableFuture<String> answer = new CompletableFuture<>();
		this.onboarding.boardLater(answer).complete("late");
		assertThat(answer).isCompletedWithValue("late");
		assertThat(this.recordings.count("later.success")).isOne();
		CompletableFuture<String> other = new CompletableFuture<>();
		this.onboarding.boardLater(other).completeExceptionally(new TimeoutException());
		assertThat(other).isCompletedExceptionally();
		assertThat(this.recordings.count("later.failures")).isOne();
	}

	@Test
	void methodOfAGenericInterfaceMayBeReactive() {
		Handler<?> handler = (Handler<?>) this.context.getBean("reactiveHandler");
		Mono<?> answer = (Mono<?>) handler.handle();
		assertThat(this.recordings.spans()).isEmpty();
		StepVerifier.create(answer).expectNextCount(1).verifyComplete();
		assertThat(this.recordings.count("handling.success")).isOne();
	}

	@Test
	void wrongAnnotationIsToldAtTheStart() {
		assertThatExceptionOfType(BeanCreationException.class).isThrownBy(() -> start(Misnamed.class))
			.havingRootCause()
			.withMessage("'name' must be lower case letters, digits and underscores: 'Wrong Name'");
		assertThatExceptionOfType(BeanCreationException.class)
			.isThrownBy(() -> start(Onboarding.class, Onboardings.class))
			.havingCause()
			.isInstanceOf(InvalidOperationException.class)
			.withMessageContaining("Onboardings.board()")
			.withMessageEndingWith("'steps' must be those of the same operation elsewhere, [account]");
	}

	@Test
	void methodWhoseOperationIsDefinedOtherwiseIsCalledAllTheSame() {
		this.recordings.operations().named("later", "step");
		assertThat(this.onboarding.boardLater(CompletableFuture.completedFuture("done"))).isCompletedWithValue("done");
		assertThat(this.recordings.spans()).isEmpty();
	}

	@Test
	void asynchronousMethodIsARunOnItsThread() throws Exception {
		Thread thread = this.onboarding.boardElsewhere().get();
		assertThat(thread).isNotSameAs(Thread.currentThread());
		assertThat(this.recordings.count("elsewhere.success")).isOne();
	}

	@Test
	void publisherOfAnyLibraryIsARun() {
		Flow.Publisher<String> answer = this.onboarding.boardByFlow();
		assertThat(this.recordings.spans()).isEmpty();
		StepVerifier.create(JdkFlowAdapter.flowPublisherToFlux(answer)).expectNext("a", "b").verifyComplete();
		assertThat(this.recordings.count("flow.success")).isOne();
	}

	@Test
	void reactiveMethodThatThrowsIsARun() {
		assertThatIllegalStateException().isThrownBy(() -> this.onboarding.boardNever());
		assertThat(this.recordings.count("never.failures")).isOne();
	}

	@Test
	void eachSubscriptionIsARun() {
		Mono<String> answer = this.onboarding.boardReactively(Mono.just("user_1"));
		assertThat(this.recordings.spans()).isEmpty();
		StepVerifier.create(answer).expectNext("user_1").verifyComplete();
		StepVerifier.create(answer).expectNext("user_1").verifyComplete();
		assertThat(this.recordings.count("reactive.success")).isEqualTo(2);
		StepVerifier.create(this.onboarding.boardReactively(Mono.error(new IllegalStateException()))).verifyError();
		assertThat(this.recordings.count("reactive.failures")).isOne();
	}

	@Test
	void streamEndsTheRun() {
		StepVerifier.create(this.onboarding.boardMany()).expectNext("a", "b").verifyComplete();
		assertThat(this.recordings.count("many.success")).isOne();
		StepVerifier.create(this.onboarding.boardMany()).expectNext("a").thenCancel().verify();
		assertThat(this.recordings.count("many.failures")).isOne();
	}

	private static void start(Class<?>... beans) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.registerBean(OperationAdvisingPostProcessor.class, () -> advice(BusinessOperations::disabled));
			context.register(Accounts.class);
			context.register(beans);
			context.refresh();
		}
	}

	private static OperationAdvisingPostProcessor advice(Supplier<BusinessOperations> operations) {
		OperationAdvisingPostProcessor advice = new OperationAdvisingPostProcessor(
				new OperationInterceptor(operations));
		advice.setProxyTargetClass(true);
		return advice;
	}

	@Component
	static class Accounts {

		@BusinessStep("account")
		String create(String user) {
			if (user.isEmpty()) {
				throw new IllegalStateException("Nobody");
			}
			return "account of " + user;
		}

	}

	@Component
	static class Onboarding {

		private final Accounts accounts;

		Onboarding(Accounts accounts) {
			this.accounts = accounts;
		}

		@BusinessOperation(value = "onboarding", steps = "account")
		String board(String user) {
			return this.accounts.create(user);
		}

		@BusinessOperation("partly")
		void boardPartly() {
			OperationRun run = OperationRun.current();
			assertThat(run).isNotNull();
			run.partlySucceeded();
		}

		String boardInside() {
			return board("user_1");
		}

		@BusinessOperation("later")
		CompletableFuture<String> boardLater(CompletableFuture<String> answer) {
			return answer;
		}

		@BusinessOperation("reactive")
		Mono<String> boardReactively(Mono<String> answer) {
			return answer;
		}

		@Async
		@BusinessOperation("elsewhere")
		CompletableFuture<Thread> boardElsewhere() {
			return CompletableFuture.completedFuture(Thread.currentThread());
		}

		@BusinessOperation("flow")
		Flow.Publisher<String> boardByFlow() {
			return JdkFlowAdapter.publisherToFlowPublisher(Flux.just("a", "b"));
		}

		@BusinessOperation("never")
		Mono<String> boardNever() {
			throw new IllegalStateException();
		}

		@BusinessOperation("many")
		Flux<String> boardMany() {
			return Flux.just("a", "b");
		}

	}

	interface Handler<R> {

		R handle();

	}

	@Component("reactiveHandler")
	static class ReactiveHandler implements Handler<Mono<String>> {

		@Override
		@BusinessOperation("handling")
		public Mono<String> handle() {
			return Mono.just("handled");
		}

	}

	@Component
	static class Misnamed {

		@BusinessOperation("Wrong Name")
		void board() {
		}

	}

	@Component
	static class Onboardings {

		@BusinessOperation(value = "onboarding", steps = "accounts")
		void board() {
		}

	}

	static class Helper {

		@BusinessOperation("assistance")
		String assist() {
			return "assistance";
		}

	}

	@Component
	static class Assistant extends Helper {

	}

	@Component
	static class Bystander {

		@Deprecated
		void stand() {
		}

	}

	@EnableAsync(proxyTargetClass = true)
	static class Asynchrony {

	}

	interface Planner {

		@BusinessOperation("plan_generation")
		String plan();

	}

	@Component
	static class PlannerOfPlans implements Planner {

		@Override
		public String plan() {
			return "plan";
		}

	}

}
