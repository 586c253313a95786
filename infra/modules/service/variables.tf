# SPDX-License-Identifier: Apache-2.0

# --- the service ----------------------------------------------------------------------------------------------------------------

variable "name" {
  description = "service.name of its telemetry, and its host name for other services."
  type        = string
  nullable    = false
  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,24}$", var.name)) && var.name != "otel-collector"
    error_message = "name: at most 25 small letters, digits and hyphens, the first a letter (names of roles end at 64 characters); otel-collector is the collector's."
  }
}

variable "prefix" {
  description = "First part of all names: project and environment."
  type        = string
  nullable    = false
}

variable "image" {
  description = "Image, by its digest."
  type        = string
  nullable    = false
}

variable "read_only_root_filesystem" {
  description = "Whether only /tmp can be written to; the image then has to have VOLUME /tmp, or a user other than root cannot."
  type        = bool
  default     = true
  nullable    = false
}

variable "port" {
  description = "Port that it listens on."
  type        = number
  nullable    = false
}

variable "cpu" {
  description = "CPU units of a task; 1024 are one core."
  type        = number
  nullable    = false
}

variable "memory" {
  description = "Memory of a task, in MiB."
  type        = number
  nullable    = false
  validation {
    condition = contains(concat(
      [for memory in [512, 1024, 2048] : "256:${memory}"],
      [for memory in range(1024, 4097, 1024) : "512:${memory}"],
      [for memory in range(2048, 8193, 1024) : "1024:${memory}"],
      [for memory in range(4096, 16385, 1024) : "2048:${memory}"],
      [for memory in range(8192, 30721, 1024) : "4096:${memory}"],
    ), "${var.cpu}:${var.memory}")
    error_message = "memory: Fargate has 512 to 2048 MiB for 256 CPU units, 1024 to 4096 for 512, 2048 to 8192 for 1024, 4096 to 16384 for 2048, 8192 to 30720 for 4096."
  }
}

variable "desired_count" {
  description = "Tasks."
  type        = number
  nullable    = false
}

variable "request_timeout_seconds" {
  description = "Seconds that a call of another service to this one may take; 0: any time."
  type        = number
  nullable    = false
}

variable "cpu_architecture" {
  description = "ARM64 or X86_64."
  type        = string
  nullable    = false
}

variable "environment" {
  description = "Variables, those of telemetry among them; OTEL_SERVICE_NAME is set to the name."
  type        = map(string)
  nullable    = false
}

variable "secrets" {
  description = "Variables whose values are in SSM parameters, by the parameters' ARNs."
  type        = map(string)
  default     = {}
  nullable    = false
  validation {
    condition     = alltrue([for arn in values(var.secrets) : can(regex("^arn:[a-z-]+:ssm:[^:]+:[0-9]{12}:parameter/[^*]+$", arn))])
    error_message = "secrets: whole ARNs of SSM parameters."
  }
}

variable "secret_key_arns" {
  description = "Keys that the secrets are encrypted with, where they are not the account's own for SSM."
  type        = list(string)
  default     = []
  nullable    = false
  validation {
    condition     = alltrue([for arn in var.secret_key_arns : can(regex("^arn:[a-z-]+:kms:[^:]+:[0-9]{12}:key/[^*]+$", arn))])
    error_message = "secret_key_arns: ARNs of keys, arn:aws:kms:<region>:<account>:key/<id>; a right on an alias is none on its key."
  }
}

# --- where it runs ----------------------------------------------------------------------------------------------------------------

variable "cluster_name" {
  description = "ECS cluster."
  type        = string
  nullable    = false
}

variable "namespace_arn" {
  description = "Service Connect namespace, in which the collector is otel-collector."
  type        = string
  nullable    = false
}

variable "vpc_id" {
  description = "VPC."
  type        = string
  nullable    = false
}

variable "subnet_ids" {
  description = "Private subnets."
  type        = list(string)
  nullable    = false
}

variable "target_group_arn" {
  description = "Target group of a load balancer (target type ip); null: none."
  type        = string
  default     = null # no load balancer
}

# --- logs and alarms ----------------------------------------------------------------------------------------------------------------

variable "log_retention_days" {
  description = "Days that CloudWatch keeps log lines."
  type        = number
  nullable    = false
}

variable "silence_minutes" {
  description = "Minutes without a line after which an alarm is raised; null: never, for a service that is seldom called."
  type        = number
  default     = 15
  validation {
    condition     = var.silence_minutes == null || try(var.silence_minutes >= 5 && var.silence_minutes <= 1440, false)
    error_message = "silence_minutes: 5 to 1440, or null."
  }
}

variable "metric_namespace" {
  description = "CloudWatch namespace of the metrics that are read from log lines."
  type        = string
  nullable    = false
}

variable "alarm_topic_arn" {
  description = "SNS topic of the alarms."
  type        = string
  nullable    = false
}
