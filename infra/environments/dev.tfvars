# SPDX-License-Identifier: Apache-2.0

environment        = "dev"
log_retention_days = 7
collector_cpu      = 256
collector_memory   = 1024
