// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.metrics;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.AbstractApplicationContext;

/**
 * Closes the meter registries after everything with a lifecycle has stopped. Spring Boot
 * closes them, and so has them push for the last time, as soon as the context begins to
 * close: what the web server or a listener of messages still finishes would be in no
 * push. What beans do while they are destroyed is in none all the same.
 * <p>
 * A context that is only paused may go on later, with its registries open.
 */
final class MeterRegistryShutdown implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {

	/** Spring Boot's bean, of a type that is its own. */
	static final String CLOSER = "meterRegistryCloser";

	/** An application may have more multicasters; this is the context's. */
	static final String EVENTS = AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME;

	private final ApplicationContext context;

	private final ApplicationEventMulticaster events;

	private final ApplicationListener<ContextClosedEvent> closer;

	private volatile boolean running;

	private volatile @Nullable ContextClosedEvent closing;

	MeterRegistryShutdown(ApplicationContext context, ApplicationEventMulticaster events,
			ApplicationListener<ContextClosedEvent> closer) {
		this.context = context;
		this.events = events;
		this.closer = closer;
	}

	/** The first to start is the last to stop. */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

	@Override
	public void start() {
		this.events.removeApplicationListener(this.closer);
		this.events.removeApplicationListenerBean(CLOSER);
		this.running = true;
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		if (event.getApplicationContext() != this.context) {
			return;
		}
		if (this.running) {
			this.closing = event;
		}
		else {
			this.closer.onApplicationEvent(event);
		}
	}

	/** Else the context might stop before it is known to close. */
	@Override
	public boolean supportsAsyncExecution() {
		return false;
	}

	@Override
	public void stop() {
		this.running = false;
		ContextClosedEvent event = this.closing;
		if (event != null) {
			this.closer.onApplicationEvent(event);
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
