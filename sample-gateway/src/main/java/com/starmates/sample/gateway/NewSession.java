// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a caller says to begin a session.
 */
record NewSession(@NotBlank @Size(max = 100) String userId, @NotBlank @Size(max = 100) String segment) {

}
