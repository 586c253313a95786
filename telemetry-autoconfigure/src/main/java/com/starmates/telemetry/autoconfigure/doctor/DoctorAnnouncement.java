// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import com.starmates.telemetry.doctor.Diagnosis;
import com.starmates.telemetry.doctor.Doctor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Says once at start-up what is wrong, if anything is. It asks nobody over the network,
 * and the application, ready before this has ended, does not wait for it.
 */
class DoctorAnnouncement implements ApplicationListener<ApplicationReadyEvent> {

	static final String THREAD = "telemetry-doctor";

	private static final Logger logger = LoggerFactory.getLogger(DoctorAnnouncement.class);

	private final FactCollector facts;

	DoctorAnnouncement(FactCollector facts) {
		this.facts = facts;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		Thread examiner = new Thread(this::announce, THREAD);
		examiner.setDaemon(true);
		examiner.start();
	}

	private void announce() {
		try {
			Diagnosis diagnosis = Doctor.examine(this.facts.collect(false));
			if (diagnosis.needsCare()) {
				logger.info(diagnosis.text());
			}
		}
		catch (RuntimeException ex) {
			logger.debug("The telemetry could not be examined", ex);
		}
	}

}
