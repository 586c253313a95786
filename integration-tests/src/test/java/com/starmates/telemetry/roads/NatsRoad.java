// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import com.starmates.telemetry.test.Road;
import io.nats.client.ConsumerContext;
import io.nats.client.FetchConsumer;
import io.nats.client.IterableConsumer;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.MessageHandler;
import io.nats.client.PullSubscribeOptions;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.Subscription;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;

/** Roads that messages take over NATS. */
enum NatsRoad implements Road {

	DISPATCHER("NATS: `publish` to a `Dispatcher`", false, (nats, subject, far) -> {
		nats.connection().createDispatcher(far).subscribe(subject);
		return () -> nats.connection().publish(subject, new byte[1]);
	}),

	SUBSCRIPTION_HANDLER("NATS: `publish` to a subscription's own handler", false, (nats, subject, far) -> {
		nats.connection().createDispatcher().subscribe(subject, far);
		return () -> nats.connection().publish(subject, "reply", new byte[1]);
	}),

	QUEUE_GROUP("NATS: `publish` to a queue group", false, (nats, subject, far) -> {
		nats.connection().createDispatcher(far).subscribe(subject, "workers");
		return () -> nats.connection().publish(subject, new Headers().put("mine", "kept"), new byte[1]);
	}),

	MESSAGE("NATS: `publish` of a `Message` whose headers are read-only", false, (nats, subject, far) -> {
		nats.connection().createDispatcher(far).subscribe(subject);
		Headers headers = new Headers(new Headers().put("mine", "kept"), true);
		return () -> nats.connection()
			.publish(NatsMessage.builder().subject(subject).headers(headers).data(new byte[1]).build());
	}),

	REQUEST("NATS: `request`", false, (nats, subject, far) -> {
		nats.connection().createDispatcher((message) -> {
			far.onMessage(message);
			message.getConnection().publish(Objects.requireNonNull(message.getReplyTo()), new byte[1]);
		}).subscribe(subject);
		return () -> nats.connection().request(subject, new byte[1], Duration.ofSeconds(10));
	}),

	REQUEST_ASYNC("NATS: `requestWithTimeout`", false, (nats, subject, far) -> {
		nats.connection().createDispatcher((message) -> {
			far.onMessage(message);
			nats.connection().publish(Objects.requireNonNull(message.getReplyTo()), new byte[1]);
		}).subscribe(subject);
		return () -> nats.connection().requestWithTimeout(subject, new byte[1], Duration.ofSeconds(10)).get();
	}),

	NEXT_MESSAGE("NATS: `nextMessage`, with `ObservedNats.process`", false, (nats, subject, far) -> {
		Subscription subscription = nats.connection().subscribe(subject);
		return () -> {
			nats.connection().publish(subject, new byte[1]);
			elsewhere(() -> nats.observed()
				.process(Objects.requireNonNull(subscription.nextMessage(Duration.ofSeconds(10))), far));
		};
	}),

	PUSH("JetStream: `publish` to a push consumer", true, (nats, subject, far) -> {
		PushSubscribeOptions options = PushSubscribeOptions.builder().build();
		nats.connection().jetStream().subscribe(subject, nats.connection().createDispatcher(), far, true, options);
		return () -> nats.connection().jetStream().publish(subject, new byte[1]);
	}),

	PUBLISH_ASYNC("JetStream: `publishAsync` to a push consumer", true, (nats, subject, far) -> {
		nats.connection().jetStream().subscribe(subject, nats.connection().createDispatcher(), far, true);
		return () -> nats.connection().jetStream().publishAsync(subject, new byte[1]).get();
	}),

	PULL_HANDLER("JetStream: `publish` to a pull subscription with a handler", true, (nats, subject, far) -> {
		JetStreamSubscription subscription = nats.connection()
			.jetStream()
			.subscribe(subject, nats.connection().createDispatcher(), settling(far),
					PullSubscribeOptions.builder().build());
		return () -> {
			nats.connection().jetStream().publish(subject, new Headers(), new byte[1]);
			subscription.pull(1);
		};
	}),

	CONSUME("JetStream: `publish` to `consume`", true, (nats, subject, far) -> {
		consumer(nats, subject, 1).consume(settling(far));
		return () -> nats.connection().jetStream().publish(subject, new byte[1], null);
	}),

	NEXT("JetStream: `next`, with `ObservedNats.process`", true, (nats, subject, far) -> {
		ConsumerContext consumer = consumer(nats, subject, 1);
		return () -> {
			nats.connection().jetStream().publish(subject, new byte[1]);
			elsewhere(() -> nats.observed().process(Objects.requireNonNull(consumer.next()), settling(far)));
		};
	}),

	FETCH("JetStream: `fetchMessages`, with `ObservedNats.process`", true, (nats, subject, far) -> {
		ConsumerContext consumer = consumer(nats, subject, 1);
		return () -> {
			nats.connection().jetStream().publish(subject, new byte[1]);
			elsewhere(() -> {
				try (FetchConsumer fetched = consumer.fetchMessages(1)) {
					nats.observed().process(Objects.requireNonNull(fetched.nextMessage()), settling(far));
				}
			});
		};
	}),

	ITERATE("JetStream: `iterate`, with `ObservedNats.process`", true, (nats, subject, far) -> {
		ConsumerContext consumer = consumer(nats, subject, 1);
		return () -> {
			nats.connection().jetStream().publish(subject, new byte[1]);
			elsewhere(() -> {
				try (IterableConsumer messages = consumer.iterate()) {
					nats.observed()
						.process(Objects.requireNonNull(messages.nextMessage(Duration.ofSeconds(10))), settling(far));
				}
			});
		};
	}),

	SUBSCRIPTION_FETCH("JetStream: a subscription's `fetch`, with `ObservedNats.process`", true,
			(nats, subject, far) -> {
				JetStreamSubscription subscription = pulling(nats, subject);
				return () -> {
					nats.connection().jetStream().publish(subject, new byte[1]);
					elsewhere(() -> nats.observed()
						.process(subscription.fetch(1, Duration.ofSeconds(10)).get(0), settling(far)));
				};
			}),

	SUBSCRIPTION_ITERATE("JetStream: a subscription's `iterate`, with `ObservedNats.process`", true,
			(nats, subject, far) -> {
				JetStreamSubscription subscription = pulling(nats, subject);
				return () -> {
					nats.connection().jetStream().publish(subject, new byte[1]);
					elsewhere(() -> {
						Iterator<Message> messages = subscription.iterate(1, Duration.ofSeconds(10));
						if (messages.hasNext()) {
							nats.observed().process(messages.next(), settling(far));
						}
					});
				};
			}),

	REDELIVERY("JetStream: redelivery after `nakWithDelay`", true, (nats, subject, far) -> {
		consumer(nats, subject, 3).consume((message) -> {
			if (message.metaData().deliveredCount() == 1) {
				message.nakWithDelay(Duration.ofMillis(50));
			}
			else {
				message.inProgress();
				far.onMessage(message);
				message.ack();
			}
		});
		return () -> nats.connection().jetStream().publish(subject, new byte[1]);
	});

	private final String title;

	private final boolean stored;

	private final Way way;

	NatsRoad(String title, boolean stored, Way way) {
		this.title = title;
		this.stored = stored;
		this.way = way;
	}

	@Override
	public String title() {
		return this.title;
	}

	/** Return the subject, which a stream keeps if it begins with {@code kept}. */
	String subject() {
		return (this.stored ? "kept." : "core.") + name().toLowerCase(Locale.ROOT);
	}

	/** Prepare the far side, and return what sends a message there. */
	Sending prepare(NatsRoadsTests.Nats nats, MessageHandler far) throws Exception {
		Sending sending = this.way.prepare(nats, subject(), far);
		nats.connection().flush(Duration.ofSeconds(10));
		return sending;
	}

	static ConsumerContext consumer(NatsRoadsTests.Nats nats, String subject, int deliveries) throws Exception {
		return nats.connection()
			.getStreamContext("kept")
			.createOrUpdateConsumer(ConsumerConfiguration.builder()
				.durable(subject.substring(subject.indexOf('.') + 1))
				.filterSubject(subject)
				.maxDeliver(deliveries)
				.build());
	}

	private static MessageHandler settling(MessageHandler far) {
		return (message) -> {
			far.onMessage(message);
			message.ack();
		};
	}

	private static JetStreamSubscription pulling(NatsRoadsTests.Nats nats, String subject)
			throws IOException, JetStreamApiException {
		return nats.connection().jetStream().subscribe(subject, PullSubscribeOptions.builder().build());
	}

	/** On a thread that knows nothing of who has sent. */
	private static void elsewhere(Sending task) throws Exception {
		CompletableFuture.runAsync(() -> {
			try {
				task.send();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}).get();
	}

	/** A way that messages take. */
	interface Way {

		Sending prepare(NatsRoadsTests.Nats nats, String subject, MessageHandler far) throws Exception;

	}

	/** Sends a message. */
	interface Sending {

		void send() throws Exception;

	}

}
