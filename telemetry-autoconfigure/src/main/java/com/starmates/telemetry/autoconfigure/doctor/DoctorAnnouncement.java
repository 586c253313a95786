// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import com.starmates.telemetry.doctor.Diagnosis;
import com.starmates.telemetry.doctor.Doctor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Says once at start-up what is wrong, if anything is. It asks nobody over the network. A
 * server, ready before this has ended, does not wait for it; what does not serve may end
 * when its work is done, and waits.
 */
class DoctorAnnouncement implements ApplicationListener<ApplicationReadyEvent> {

	static final String THREAD = "telemetry-doctor";

	private static final Logger logger = LoggerFactory.getLogger(DoctorAnnouncement.class);

	/** Boot sets it once a web server listens. */
	private static final String SERVER_PORT = "local.server.port";

	private final ConfigurableApplicationContext context;

	private final FactCollector facts;

	DoctorAnnouncement(ConfigurableApplicationContext context, FactCollector facts) {
		this.context = context;
		this.facts = facts;
	}

	/** Events of child contexts arrive here as well. */
	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		if (event.getApplicationContext() != this.context) {
			return;
		}
		if (this.context.getEnvironment().containsProperty(SERVER_PORT)) {
			Thread examiner = new Thread(this::announce, THREAD);
			examiner.setDaemon(true);
			examiner.start();
		}
		else {
			announce();
		}
	}

	/** While the context closes, what is missing is no finding. */
	private void announce() {
		try {
			Diagnosis diagnosis = Doctor.examine(this.facts.collect(false));
			if (diagnosis.needsCare() && !this.context.isClosed()) {
				logger.info(diagnosis.text());
			}
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("The telemetry could not be examined", ex);
		}
	}

}
