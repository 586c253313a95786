// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import com.starmates.telemetry.doctor.Diagnosis;
import com.starmates.telemetry.doctor.Doctor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Says once at start-up what is wrong, if anything is. It asks nobody over the network.
 */
class DoctorAnnouncement implements ApplicationListener<ApplicationReadyEvent> {

	private static final Logger logger = LoggerFactory.getLogger(DoctorAnnouncement.class);

	private final FactCollector facts;

	DoctorAnnouncement(FactCollector facts) {
		this.facts = facts;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
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
