// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.util.function.Function;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/**
 * What has come of a streamed answer. Spring AI tells it when the answer is complete, and
 * nothing of one that was cut off: what came until then was used all the same.
 */
final class StreamedAnswer {

	/** The model's observation starts on the thread that subscribes, while it does. */
	private static final ThreadLocal<StreamedAnswer> CURRENT = new ThreadLocal<>();

	private final LongSupplier nanoTime;

	private final StringBuilder text = new StringBuilder();

	private @Nullable Usage usage;

	private @Nullable Long begun;

	private @Nullable Runnable afterwards;

	private boolean finished;

	private StreamedAnswer(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/** Take the answer that is being subscribed to; it belongs to one call. */
	static @Nullable StreamedAnswer take() {
		StreamedAnswer current = CURRENT.get();
		CURRENT.remove();
		return current;
	}

	/**
	 * Follow an answer.
	 * @param <T> what it is made of
	 * @param answer the answer
	 * @param chunks returns what the model said
	 * @param nanoTime tells the time
	 * @return the same answer
	 */
	static <T> Flux<T> follow(Flux<T> answer, Function<T, @Nullable ChatResponse> chunks, LongSupplier nanoTime) {
		return Flux.defer(() -> {
			StreamedAnswer streamed = new StreamedAnswer(nanoTime);
			Publisher<T> source = (subscriber) -> streamed.whileCurrent(() -> answer.subscribe(subscriber));
			return Flux.from(source)
				.doOnNext((chunk) -> Guarded.run(() -> streamed.add(chunks.apply(chunk))))
				.doOnTerminate(() -> Guarded.run(streamed::finish))
				.doOnCancel(() -> Guarded.run(streamed::finish));
		});
	}

	private void whileCurrent(Runnable subscription) {
		StreamedAnswer outer = CURRENT.get();
		CURRENT.set(this);
		try {
			subscription.run();
		}
		finally {
			if (outer != null) {
				CURRENT.set(outer);
			}
			else {
				CURRENT.remove();
			}
		}
	}

	private synchronized void add(@Nullable ChatResponse chunk) {
		if (chunk == null) {
			return;
		}
		if (this.begun == null) {
			this.begun = this.nanoTime.getAsLong();
		}
		for (Generation generation : chunk.getResults()) {
			String part = generation.getOutput().getText();
			this.text.append((part != null) ? part : "");
		}
		Usage told = chunk.getMetadata().getUsage();
		if (ModelAnswers.isTold(told)) {
			this.usage = told;
		}
	}

	private void finish() {
		Runnable last;
		synchronized (this) {
			this.finished = true;
			last = this.afterwards;
			this.afterwards = null;
		}
		if (last != null) {
			last.run();
		}
	}

	/**
	 * Run something when all parts have been seen: the call's observation ends earlier
	 * where parts wait for whoever reads them.
	 */
	void whenFinished(Runnable runnable) {
		synchronized (this) {
			if (!this.finished) {
				this.afterwards = runnable;
				return;
			}
		}
		runnable.run();
	}

	/** Return whether what is known now will not change. */
	synchronized boolean isComplete() {
		return this.finished || this.usage != null;
	}

	synchronized String text() {
		return this.text.toString();
	}

	/** Return the last usage that the provider told on its way. */
	synchronized @Nullable Usage usage() {
		return this.usage;
	}

	/** Return when the first part came, in nanoseconds. */
	synchronized @Nullable Long begun() {
		return this.begun;
	}

}
