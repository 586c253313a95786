// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

import io.nats.client.Message;
import io.nats.client.MessageHandler;

/**
 * Lets a handler work on each message as part of the trace that has sent it.
 *
 * @param handler the application's handler
 * @param recorder records the work
 * @param settles whether NATS settles a message as soon as the handler returns
 */
record ObservedHandler(MessageHandler handler, NatsRecorder recorder, boolean settles) implements MessageHandler {

	@Override
	public void onMessage(Message message) throws InterruptedException {
		this.recorder.process(ObservedMessage.of(message, this.recorder), this.handler, this.settles);
	}

}
