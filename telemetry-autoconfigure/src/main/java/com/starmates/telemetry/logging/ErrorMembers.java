// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import com.starmates.telemetry.error.ErrorCategory;
import com.starmates.telemetry.error.ErrorCodes;
import com.starmates.telemetry.error.ErrorType;

/**
 * Fills the members of {@code error} from the exception of an event, where the
 * application has not said otherwise. An event from elsewhere has names of exceptions
 * only.
 */
final class ErrorMembers {

	private ErrorMembers() {
	}

	static void fill(EventFields fields, IThrowableProxy throwable) {
		fields.setIfAbsent(LogMember.ERROR_TYPE, ErrorType.of(throwable.getClassName()));
		fields.setIfAbsent(LogMember.ERROR_MESSAGE, throwable.getMessage());
		if (throwable instanceof ThrowableProxy proxy) {
			fields.setIfAbsent(LogMember.ERROR_CODE, ErrorCodes.of(proxy.getThrowable()));
			fields.setIfAbsent(LogMember.ERROR_CATEGORY, ErrorCategory.of(proxy.getThrowable()).toString());
		}
		else {
			fields.setIfAbsent(LogMember.ERROR_CATEGORY, ErrorCategory.SERVER.toString());
		}
	}

}
