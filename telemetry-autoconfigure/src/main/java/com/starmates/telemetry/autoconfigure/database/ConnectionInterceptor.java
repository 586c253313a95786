// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.database;

import java.sql.Connection;

import com.starmates.telemetry.database.QueryConnections;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * Watches the connections that a data source hands out.
 */
class ConnectionInterceptor implements MethodInterceptor {

	private final QueryConnections connections;

	ConnectionInterceptor(QueryConnections connections) {
		this.connections = connections;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Object result = invocation.proceed();
		return (result instanceof Connection connection) ? this.connections.watch(connection) : result;
	}

}
