-- SPDX-License-Identifier: Apache-2.0
-- Which work wrote a row: 32 hexadecimal digits, null for rows of before and where no trace is active

alter table sessions add column tracking_id varchar(32);
alter table executions add column tracking_id varchar(32);

-- From the id of a support ticket to its rows
create index sessions_tracking_id on sessions (tracking_id);
create index executions_tracking_id on executions (tracking_id);
