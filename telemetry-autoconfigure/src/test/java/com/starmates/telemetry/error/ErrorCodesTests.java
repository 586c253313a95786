// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.error;

import java.net.ConnectException;

import com.starmates.telemetry.error.TestErrorClassifier.Unknown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ErrorCodes}, {@link ErrorCode} and {@link ErrorClassifier}.
 */
class ErrorCodesTests {

	@Test
	void anAnnotationTellsTheCode() {
		assertThat(ErrorCodes.of(new SoldOut(null))).isEqualTo("E001");
		assertThat(ErrorCodes.of(new SoldOutToday())).isEqualTo("E001");
		assertThat(ErrorCategory.of(new SoldOut(null))).isEqualTo(ErrorCategory.CLIENT);
	}

	@Test
	void anAnnotationWithoutACategoryLeavesItToTheOthers() {
		assertThat(ErrorCodes.of(new Unreachable())).isEqualTo("E002");
		assertThat(ErrorCategory.of(new Unreachable())).isEqualTo(ErrorCategory.NETWORK);
	}

	@Test
	void aClassifierTellsTheCode() {
		assertThat(ErrorCodes.of(new Unknown("X1"))).isEqualTo("X1");
		assertThat(ErrorCategory.of(new Unknown("X1"))).isEqualTo(ErrorCategory.TIMEOUT);
	}

	@Test
	void theOutermostThatIsKnownCounts() {
		RuntimeException exception = new IllegalStateException(new SoldOut(new Unknown("X1")));
		assertThat(ErrorCodes.of(exception)).isEqualTo("E001");
		assertThat(ErrorCategory.of(exception)).isEqualTo(ErrorCategory.CLIENT);
	}

	@Test
	void othersHaveNone() {
		assertThat(ErrorCodes.of(new IllegalStateException())).isNull();
		assertThat(ErrorCategory.of(new IllegalStateException())).isEqualTo(ErrorCategory.SERVER);
	}

	@Test
	void aClassifierThatFailsHasNoAnswer() {
		assertThat(ErrorCodes.of(new Unknown(null))).isNull();
	}

	@Test
	void aRingOfCausesEnds() {
		Exception first = new Exception();
		first.initCause(new Exception(first));
		assertThat(ErrorCodes.of(first)).isNull();
	}

	@ErrorCode(value = "E001", category = ErrorCategory.CLIENT)
	private static class SoldOut extends RuntimeException {

		SoldOut(@Nullable Throwable cause) {
			super(cause);
		}

	}

	private static final class SoldOutToday extends SoldOut {

		SoldOutToday() {
			super(null);
		}

	}

	@ErrorCode("E002")
	private static final class Unreachable extends RuntimeException {

		Unreachable() {
			super(new ConnectException());
		}

	}

}
