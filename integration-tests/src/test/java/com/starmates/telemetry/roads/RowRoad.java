// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import java.util.function.Consumer;

import com.starmates.telemetry.test.Road;
import com.starmates.telemetry.tracking.TrackingId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Ways to write a row that tells who wrote it. */
enum RowRoad implements Road {

	PERSIST("Hibernate: `persist`, then a change", "hibernate_rows") {

		@Override
		void insert(BeanFactory beans, String id) {
			inTransaction(beans, (entities) -> entities.persist(new HibernateRow(id)));
		}

		@Override
		void update(BeanFactory beans, String id) {
			inTransaction(beans, (entities) -> entities.find(HibernateRow.class, id).change());
		}

	},

	BATCH("Hibernate: `persist` in batches", "hibernate_rows") {

		@Override
		void insert(BeanFactory beans, String id) {
			inTransaction(beans, (entities) -> {
				entities.persist(new HibernateRow(id));
				entities.persist(new HibernateRow(id + "-2"));
				entities.persist(new HibernateRow(id + "-3"));
			});
		}

		@Override
		void update(BeanFactory beans, String id) {
			PERSIST.update(beans, id);
		}

	},

	STATELESS("Hibernate: `StatelessSession`", "hibernate_rows") {

		@Override
		void insert(BeanFactory beans, String id) {
			sessions(beans).inStatelessTransaction((session) -> session.insert(new HibernateRow(id)));
		}

		@Override
		void update(BeanFactory beans, String id) {
			sessions(beans).inStatelessTransaction((session) -> {
				HibernateRow row = session.get(HibernateRow.class, id);
				row.change();
				session.update(row);
			});
		}

		private static SessionFactory sessions(BeanFactory beans) {
			return beans.getBean(EntityManagerFactory.class).unwrap(SessionFactory.class);
		}

	},

	SPRING_DATA_JDBC("Spring Data JDBC", "data_rows") {

		@Override
		void insert(BeanFactory beans, String id) {
			beans.getBean(JdbcAggregateTemplate.class).save(SpringDataRow.of(id));
		}

		@Override
		void update(BeanFactory beans, String id) {
			JdbcAggregateTemplate rows = beans.getBean(JdbcAggregateTemplate.class);
			rows.save(rows.findById(id, SpringDataRow.class));
		}

	},

	SPRING_DATA_R2DBC("Spring Data R2DBC", "data_rows") {

		@Override
		void insert(BeanFactory beans, String id) {
			beans.getBean(R2dbcEntityTemplate.class).insert(SpringDataRow.of(id)).block();
		}

		@Override
		void update(BeanFactory beans, String id) {
			R2dbcEntityTemplate rows = beans.getBean(R2dbcEntityTemplate.class);
			rows.selectOne(Query.query(Criteria.where("id").is(id)), SpringDataRow.class).flatMap(rows::update).block();
		}

	},

	JDBC_TEMPLATE("`JdbcTemplate` with `TrackingId.current()`", "data_rows") {

		@Override
		void insert(BeanFactory beans, String id) {
			beans.getBean(JdbcTemplate.class)
				.update("insert into data_rows (id, version, inserted_by, changed_by) values (?, 0, ?, ?)", id,
						TrackingId.current(), TrackingId.current());
		}

		@Override
		void update(BeanFactory beans, String id) {
			beans.getBean(JdbcTemplate.class)
				.update("update data_rows set changed_by = ? where id = ?", TrackingId.current(), id);
		}

	};

	private final String title;

	private final String table;

	RowRoad(String title, String table) {
		this.title = title;
		this.table = table;
	}

	@Override
	public String title() {
		return this.title;
	}

	String table() {
		return this.table;
	}

	abstract void insert(BeanFactory beans, String id);

	abstract void update(BeanFactory beans, String id);

	private static void inTransaction(BeanFactory beans, Consumer<EntityManager> work) {
		EntityManager entities = beans.getBean("shared", EntityManager.class);
		beans.getBean(TransactionTemplate.class).executeWithoutResult((status) -> work.accept(entities));
	}

}
