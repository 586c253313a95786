// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import org.slf4j.MDC;

import org.springframework.stereotype.Component;

/**
 * Says in every log line of a request whose session it is for. It ends with the request,
 * not with the controller, so that the access log says so too.
 */
@Component
class SessionLogContext implements ServletRequestListener {

	void begin(Session session) {
		MDC.put("session_id", session.id());
		MDC.put("user_id", session.userId());
		MDC.put("user_segment", session.segment());
	}

	@Override
	public void requestDestroyed(ServletRequestEvent event) {
		MDC.remove("session_id");
		MDC.remove("user_id");
		MDC.remove("user_segment");
	}

}
