// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import java.time.Instant;

/**
 * A session as callers see it.
 */
record Session(String id, String userId, String segment, Instant createdAt) {

}
