// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.database;

import javax.sql.DataSource;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadataProvider;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Shows what reads the state of pools the pools themselves: it reads fields, and those of
 * a proxy are empty.
 */
class PoolMetadataPostProcessor implements BeanPostProcessor {

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof DataSourcePoolMetadataProvider provider) ? unwrapping(provider) : bean;
	}

	private static DataSourcePoolMetadataProvider unwrapping(DataSourcePoolMetadataProvider provider) {
		return (dataSource) -> provider.getDataSourcePoolMetadata(unwrapped(dataSource));
	}

	private static DataSource unwrapped(DataSource dataSource) {
		if (dataSource instanceof DelegatingDataSource delegating) {
			DataSource target = delegating.getTargetDataSource();
			return (target != null) ? unwrapped(target) : dataSource;
		}
		Object target = DataSourcePostProcessor.isWatched(dataSource) ? AopProxyUtils.getSingletonTarget(dataSource)
				: null;
		return (target instanceof DataSource watched) ? unwrapped(watched) : dataSource;
	}

}
