// SPDX-License-Identifier: Apache-2.0

/**
 * What tests share.
 */
package com.starmates.telemetry.test;
