// SPDX-License-Identifier: Apache-2.0

/**
 * The way in: API keys, sessions and workflows.
 */
@NullMarked
package com.starmates.sample.gateway;

import org.jspecify.annotations.NullMarked;
