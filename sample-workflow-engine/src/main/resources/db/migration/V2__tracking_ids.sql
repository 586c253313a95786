-- SPDX-License-Identifier: Apache-2.0
-- Which work wrote a row: 32 hexadecimal digits, null for rows of before and where no trace is active

alter table sessions add column tracking_id varchar(32);
alter table executions add column tracking_id varchar(32);
