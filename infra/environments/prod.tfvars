# SPDX-License-Identifier: Apache-2.0

environment        = "prod"
log_retention_days = 90
collector_cpu      = 512
collector_memory   = 1024
