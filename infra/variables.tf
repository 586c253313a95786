# SPDX-License-Identifier: Apache-2.0

# --- where ----------------------------------------------------------------------------------------------------------------

variable "project" {
  description = "First part of every name, and of the parameters' paths."
  type        = string
  default     = "ai-teams"
  nullable    = false
  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,19}$", var.project))
    error_message = "project: 2 to 20 small letters, digits and hyphens, the first a letter (names of roles end at 64 characters)."
  }
}

variable "environment" {
  description = "Becomes deployment.environment.name of all telemetry and part of every name."
  type        = string
  nullable    = false
  validation {
    condition     = contains(["dev", "staging", "prod"], var.environment)
    error_message = "environment: dev, staging or prod."
  }
}

variable "vpc_id" {
  description = "VPC of collector and services."
  type        = string
  nullable    = false
}

variable "private_subnet_ids" {
  description = "Subnets without public addresses, in two zones at least, with a way out to HTTPS."
  type        = list(string)
  nullable    = false
  validation {
    condition     = length(var.private_subnet_ids) >= 2
    error_message = "private_subnet_ids: two at least, in different zones."
  }
}

variable "cluster_name" {
  description = "ECS cluster that is there already, with Container Insights; null makes one."
  type        = string
  default     = null # none: one is made
}

variable "namespace" {
  description = "Cloud Map namespace for Service Connect that is there already; null makes one."
  type        = object({ arn = string })
  default     = null # none: one is made
}

# --- where telemetry goes ---------------------------------------------------------------------------------------------------

variable "grafana_cloud_otlp_endpoint" {
  description = "Grafana Cloud's OTLP gateway: https://otlp-gateway-<zone>.grafana.net/otlp"
  type        = string
  nullable    = false
  validation {
    condition     = can(regex("^https?://[^/]+/otlp$", var.grafana_cloud_otlp_endpoint))
    error_message = "grafana_cloud_otlp_endpoint: the URL that ends in /otlp; the collector appends /v1/traces and the like."
  }
}

variable "grafana_cloud_instance_id" {
  description = "Number of the Grafana Cloud stack: the user of basic authentication."
  type        = string
  nullable    = false
  validation {
    condition     = can(regex("^[0-9]+$", var.grafana_cloud_instance_id))
    error_message = "grafana_cloud_instance_id: digits only."
  }
}

variable "grafana_cloud_api_key" {
  description = "Access policy token with metrics:write, logs:write and traces:write. Ephemeral: it is in no state and no plan."
  type        = string
  sensitive   = true
  ephemeral   = true
  nullable    = false
}

variable "grafana_cloud_api_key_version" {
  description = "Raised by one, it has the token written anew, and the collector started with it."
  type        = number
  default     = 1
  nullable    = false
}

variable "kms_key_arn" {
  description = "Key of the token's parameter; null is the account's own key for SSM."
  type        = string
  default     = null # the account's own
  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:[a-z-]+:kms:[^:]+:[0-9]{12}:key/[^*]+$", var.kms_key_arn))
    error_message = "kms_key_arn: ARN of a key, arn:aws:kms:<region>:<account>:key/<id>; a right on an alias is none on its key."
  }
}

variable "xray" {
  description = "Whether spans go to X-Ray as well; CloudWatch Transaction Search has to be on."
  type        = bool
  default     = false
  nullable    = false
}

# --- the collector ------------------------------------------------------------------------------------------------------------

variable "collector_image" {
  description = "Image of the collector, by its digest: what a tag names can change."
  type        = string
  nullable    = false
  validation {
    condition     = can(regex("@sha256:[0-9a-f]{64}$", var.collector_image))
    error_message = "collector_image: pinned by its digest, name@sha256:<64 digits>."
  }
}

variable "probe_image" {
  description = "Image with a shell and wget, by its digest: it asks the collector, whose image has neither, for its health."
  type        = string
  nullable    = false
  validation {
    condition     = can(regex("@sha256:[0-9a-f]{64}$", var.probe_image))
    error_message = "probe_image: pinned by its digest, name@sha256:<64 digits>."
  }
}

variable "collector_cpu" {
  description = "CPU units of a collector's task; 1024 are one core."
  type        = number
  default     = 512
  nullable    = false
}

variable "collector_memory" {
  description = "Memory of a collector's task, in MiB: Service Connect's proxy and the probe have 256 of it."
  type        = number
  default     = 1024
  nullable    = false
  validation {
    condition = contains(concat(
      [for memory in [1024, 2048] : "256:${memory}"],
      [for memory in range(1024, 4097, 1024) : "512:${memory}"],
      [for memory in range(2048, 8193, 1024) : "1024:${memory}"],
      [for memory in range(4096, 16385, 1024) : "2048:${memory}"],
      [for memory in range(8192, 30721, 1024) : "4096:${memory}"],
    ), "${var.collector_cpu}:${var.collector_memory}")
    error_message = "collector_memory: 1024 MiB at least, and what Fargate has: 1024 or 2048 for 256 CPU units, 1024 to 4096 for 512, 2048 to 8192 for 1024, 4096 to 16384 for 2048, 8192 to 30720 for 4096."
  }
}

variable "collector_count" {
  description = "Collector tasks at least; three times as many at most."
  type        = number
  default     = 2
  nullable    = false
  validation {
    condition     = var.collector_count >= 2
    error_message = "collector_count: two at least, or every deployment is an outage of telemetry."
  }
}

variable "cpu_architecture" {
  description = "Of all tasks: ARM64, the cheaper one, or X86_64."
  type        = string
  default     = "ARM64"
  nullable    = false
  validation {
    condition     = contains(["ARM64", "X86_64"], var.cpu_architecture)
    error_message = "cpu_architecture: ARM64 or X86_64."
  }
}

# --- the services ---------------------------------------------------------------------------------------------------------------

variable "services" {
  description = <<-EOT
    Services by name (service.name of their telemetry):
    image               by digest
    read_only_root      whether only /tmp can be written to; the image then has to have VOLUME /tmp
    port                that it listens on
    cpu, memory         CPU units, MiB
    count               tasks
    environment         variables beside those of telemetry
    secrets             variables from SSM parameters, by the parameters' ARNs
    secret_key_arns     keys of those parameters, where they are not the account's own
    callers             names of the services that may call it
    request_timeout     seconds that such a call may take; 0: any time
    caller_groups       security groups that may call it, a load balancer's
    target_group_arn    of a load balancer
    silence_minutes     without a line, after which an alarm is raised; 0: never
  EOT
  type = map(object({
    image            = string
    read_only_root   = optional(bool, true)
    port             = number
    cpu              = optional(number, 512)
    memory           = optional(number, 1024)
    count            = optional(number, 2)
    environment      = optional(map(string), {})
    secrets          = optional(map(string), {})
    secret_key_arns  = optional(list(string), [])
    callers          = optional(list(string), [])
    request_timeout  = optional(number, 120)
    caller_groups    = optional(list(string), [])
    target_group_arn = optional(string)
    silence_minutes  = optional(number, 15)
  }))
  default  = {}
  nullable = false
  validation {
    condition     = alltrue([for service in var.services : can(regex("@sha256:[0-9a-f]{64}$", service.image))])
    error_message = "services: every image pinned by its digest, name@sha256:<64 digits>."
  }
  validation {
    condition     = alltrue(flatten([for service in var.services : [for caller in service.callers : contains(keys(var.services), caller)]]))
    error_message = "services: callers are names of other services here; security groups of others go to caller_groups."
  }
}

variable "client_security_group_ids" {
  description = "Security groups, by any name, of services from elsewhere that may send to the collector as well."
  type        = map(string)
  default     = {}
  nullable    = false
}

# --- logs and alarms --------------------------------------------------------------------------------------------------------------

variable "log_retention_days" {
  description = "Days that CloudWatch keeps log lines."
  type        = number
  default     = 30
  nullable    = false
  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days: one of the numbers that CloudWatch knows, among them 7, 14, 30, 90, 365."
  }
}

variable "alarm_email" {
  description = "Address that alarms are sent to, once it has confirmed; null sends them to the topic alone."
  type        = string
  default     = null # the topic alone
}
