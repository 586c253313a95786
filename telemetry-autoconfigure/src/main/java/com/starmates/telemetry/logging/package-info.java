// SPDX-License-Identifier: Apache-2.0

/**
 * One JSON object a line: the Logback encoder, with one provider per member.
 */
@NullMarked
package com.starmates.telemetry.logging;

import org.jspecify.annotations.NullMarked;
