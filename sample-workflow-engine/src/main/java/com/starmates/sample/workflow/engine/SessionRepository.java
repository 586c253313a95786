// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import org.springframework.data.repository.CrudRepository;

/**
 * Where sessions are kept.
 */
interface SessionRepository extends CrudRepository<Session, String> {

}
