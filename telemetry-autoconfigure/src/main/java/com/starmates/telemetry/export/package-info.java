// SPDX-License-Identifier: Apache-2.0

/**
 * What the export pipeline does: said once when it fails, once when it is back.
 */
@NullMarked
package com.starmates.telemetry.export;

import org.jspecify.annotations.NullMarked;
