// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import org.springframework.data.repository.CrudRepository;

/**
 * Where executions are kept.
 */
interface ExecutionRepository extends CrudRepository<Execution, String> {

	long countByStatus(ExecutionStatus status);

}
