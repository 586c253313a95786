// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import com.starmates.telemetry.autoconfigure.masking.EnvironmentMasker;
import com.starmates.telemetry.logging.CloudWatchEncoder;
import com.starmates.telemetry.resource.ServiceIdentity;

import org.springframework.core.env.Environment;

/**
 * Makes encoders as the properties describe them, before there are beans.
 */
final class EncoderSettings {

	private EncoderSettings() {
	}

	/** Return an encoder that is to be started. */
	static CloudWatchEncoder encoder(Environment environment) {
		ServiceIdentity identity = ServiceIdentity.resolve(environment::getProperty);
		LoggingProperties properties = LoggingProperties.of(environment);
		CloudWatchEncoder encoder = new CloudWatchEncoder();
		encoder.setService(identity.service());
		encoder.setEnvironment(identity.environment());
		encoder.setKeys(properties.keys());
		encoder.setIncludeCaller(properties.includeCaller());
		encoder.setMaxFields(properties.maxFields());
		encoder.setMaxBytes(properties.maxBytes());
		encoder.setMasker(EnvironmentMasker.of(environment));
		return encoder;
	}

}
