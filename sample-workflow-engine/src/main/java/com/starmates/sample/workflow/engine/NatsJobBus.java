// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import io.nats.client.Connection;
import io.nats.client.ConsumerContext;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.PublishOptions;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.StreamConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * A bus that keeps jobs until they are done: a stream of NATS. A job that fails comes
 * again some time later, and is put aside when it has failed too often.
 */
@Component
@Profile("nats")
class NatsJobBus implements JobBus, SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(NatsJobBus.class);

	private static final String STREAM = "JOBS";

	private static final String SUBJECT = "jobs.execute";

	private static final String DEAD = "jobs.dead";

	private static final int ATTEMPTS = 3;

	private static final int AT_A_TIME = 4;

	private static final Duration RETRY = Duration.ofSeconds(1);

	private static final Duration WAIT = Duration.ofSeconds(30);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Connection connection;

	private final JobHandler handler;

	private final JsonMapper json;

	private final JetStream jetStream;

	private volatile boolean running;

	NatsJobBus(Connection connection, JobHandler handler, JsonMapper json) throws IOException {
		this.connection = connection;
		this.handler = handler;
		this.json = json;
		this.jetStream = connection.jetStream();
	}

	@Override
	public void start() {
		try {
			this.connection.jetStreamManagement()
				.addStream(StreamConfiguration.builder().name(STREAM).subjects(SUBJECT, DEAD).build());
			ConsumerContext consumer = this.connection.getStreamContext(STREAM)
				.createOrUpdateConsumer(ConsumerConfiguration.builder()
					.durable("engine")
					.filterSubject(SUBJECT)
					.ackWait(WAIT)
					.maxAckPending(AT_A_TIME)
					.build());
			for (int i = 0; i < AT_A_TIME; i++) {
				consumer.consume(this::consume);
			}
			this.running = true;
		}
		catch (IOException | JetStreamApiException ex) {
			throw new JobBusException("Jobs cannot be taken from NATS", ex);
		}
	}

	/** Whoever sends a job twice, since no answer came, has it done once. */
	@Override
	public void publish(Job job) {
		try {
			PublishOptions once = PublishOptions.builder().messageId(job.executionId()).build();
			this.jetStream.publish(SUBJECT, this.json.writeValueAsBytes(job), once);
		}
		catch (IOException | JetStreamApiException | IllegalStateException ex) {
			throw new JobBusException("The job cannot be handed to NATS", ex);
		}
	}

	private void consume(Message message) {
		try {
			this.handler.handle(this.json.readValue(message.getData(), Job.class));
			message.ack();
		}
		catch (JacksonException ex) {
			logger.error("No job", ex);
			putAside(message);
		}
		catch (TransactionException | DataAccessResourceFailureException | TransientDataAccessException ex) {
			logger.warn("The job waits for the database", ex);
			message.nakWithDelay(RETRY);
		}
		catch (RuntimeException ex) {
			fail(message, ex);
		}
	}

	private void fail(Message message, RuntimeException error) {
		if (message.metaData().deliveredCount() < ATTEMPTS) {
			logger.warn("The job will be tried again", error);
			message.nakWithDelay(RETRY);
		}
		else {
			logger.error("The job cannot be done", error);
			putAside(message);
		}
	}

	/**
	 * Until it is stored there, it stays here; under its own id it would be a duplicate.
	 */
	private void putAside(Message message) {
		try {
			PublishOptions once = PublishOptions.builder()
				.messageId("dead-" + message.metaData().streamSequence())
				.build();
			this.jetStream.publish(DEAD, message.getHeaders(), message.getData(), once);
			message.term();
		}
		catch (IOException | JetStreamApiException ex) {
			logger.warn("The job cannot be put aside yet", ex);
			message.nakWithDelay(RETRY);
		}
	}

	/** The web server has ended its requests before. */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE - 1024 - 1;
	}

	/** Jobs that have begun may end. */
	@Override
	public void stop() {
		this.running = false;
		try {
			this.connection.drain(PATIENCE).get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (TimeoutException | ExecutionException ex) {
			logger.warn("Jobs were left in the middle, and will come again", ex);
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
