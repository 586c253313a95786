// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Runs the service.
 *
 * @since 1.0.0
 */
@SpringBootApplication
public class BenchmarkApplication {

	/**
	 * Run the service.
	 * @param arguments what Boot reads
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(BenchmarkApplication.class, arguments);
	}

}
