// SPDX-License-Identifier: Apache-2.0

/**
 * How spans are sent, and what the export pipeline says: once when it fails, once when it
 * is back.
 */
@NullMarked
package com.starmates.telemetry.export;

import org.jspecify.annotations.NullMarked;
