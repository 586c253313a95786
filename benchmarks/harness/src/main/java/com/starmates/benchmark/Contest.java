// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Some variants that run at the same time and have their turns one after the other: the
 * machine's moods then come over all of them.
 */
final class Contest implements AutoCloseable {

	private final Settings settings;

	private final Receiver receiver;

	private final List<Contestant> contestants = new ArrayList<>();

	private Contest(Settings settings, Receiver receiver) {
		this.settings = settings;
		this.receiver = receiver;
	}

	/** Run it; close it to end the processes. */
	static Contest run(Settings settings, List<Variant> variants, Shape shape)
			throws IOException, InterruptedException {
		Contest contest = new Contest(settings, Receiver.start());
		try {
			contest.start(variants, shape);
			contest.rounds();
			contest.inspect();
			return contest;
		}
		catch (IOException | InterruptedException | RuntimeException ex) {
			contest.close();
			throw ex;
		}
	}

	/** Return who took part, in the order of the settings. */
	List<Contestant> contestants() {
		return this.contestants;
	}

	@Override
	public void close() {
		this.contestants.forEach(Contestant::close);
		this.receiver.close();
	}

	private void start(List<Variant> variants, Shape shape) throws IOException, InterruptedException {
		for (Variant variant : variants) {
			this.contestants.add(Contestant.start(variant, shape, this.settings, this.receiver));
		}
		for (Contestant contestant : this.contestants) {
			contestant.warmUp(this.settings.warmUp(), this.settings.rate());
			Progress.say(contestant.variant().label() + " is warm after " + contestant.sent() + " requests");
		}
	}

	private void rounds() throws IOException, InterruptedException {
		List<Contestant> turns = new ArrayList<>(this.contestants);
		for (int round = 1; round <= this.settings.rounds(); round++) {
			for (Contestant contestant : turns) {
				contestant.saturate(this.settings.window());
				contestant.pace(this.settings.rate(), this.settings.window());
			}
			Collections.reverse(turns);
			Progress.say("round " + round + ": " + Progress.round(this.contestants));
		}
	}

	/** Look at memory last, and at what was delivered: attaching disturbs. */
	private void inspect() throws IOException, InterruptedException {
		for (Contestant contestant : this.contestants) {
			contestant.inspect(this.settings.window());
		}
		for (Contestant contestant : this.contestants) {
			Delivery.check(contestant.server(), contestant.sent(), this.receiver);
		}
	}

}
