// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import com.starmates.telemetry.business.UsageMeters;
import com.starmates.telemetry.context.TelemetryContext;

import org.springframework.stereotype.Component;

/**
 * Says for whom a request is: in each of its log lines, and in the meters of what users
 * do.
 */
@Component
class SessionUser {

	private final UsageMeters usage;

	SessionUser(UsageMeters usage) {
		this.usage = usage;
	}

	void does(String activity, Session session) {
		TelemetryContext.current().user(session.userId(), session.segment()).session(session.id());
		this.usage.userActive(activity);
	}

}
