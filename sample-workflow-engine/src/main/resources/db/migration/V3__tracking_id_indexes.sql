-- SPDX-License-Identifier: Apache-2.0
-- From the id of a support ticket to its rows

create index sessions_tracking_id on sessions (tracking_id);
create index executions_tracking_id on executions (tracking_id);
