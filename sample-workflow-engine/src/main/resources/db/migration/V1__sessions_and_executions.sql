-- SPDX-License-Identifier: Apache-2.0
-- One script for PostgreSQL and H2

create table sessions (
	id varchar(255) primary key,
	user_id varchar(255) not null,
	segment varchar(255) not null,
	created_at timestamp(6) with time zone not null
);

create table executions (
	id varchar(255) primary key,
	description varchar(2000) not null,
	type varchar(255) not null,
	session_id varchar(255),
	steps varchar(2000) array not null,
	status varchar(255) not null,
	created_at timestamp(6) with time zone not null
);
