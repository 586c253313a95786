# SPDX-License-Identifier: Apache-2.0

variable "allowed_cidrs" {
  description = "Addresses that may call the gateway, yours: 203.0.113.7/32"
  type        = list(string)
  nullable    = false
  validation {
    condition     = alltrue([for cidr in var.allowed_cidrs : can(cidrnetmask(cidr)) && cidr != "0.0.0.0/0"])
    error_message = "allowed_cidrs: networks like 203.0.113.7/32, not the whole Internet."
  }
}

variable "digests" {
  description = "Digests of the images that were pushed, sha256:…, by service; none at first, when there is no repository yet."
  type        = map(string)
  default     = {}
  nullable    = false
  validation {
    condition     = alltrue([for name, digest in var.digests : contains(["api-gateway", "workflow-agent", "workflow-engine"], name) && can(regex("^sha256:[0-9a-f]{64}$", digest))])
    error_message = "digests: sha256:<64 digits> of api-gateway, workflow-agent and workflow-engine."
  }
}

variable "collector_image" {
  description = "Image of the collector, by its digest."
  type        = string
  nullable    = false
}

variable "probe_image" {
  description = "Image with a shell and wget, by its digest."
  type        = string
  nullable    = false
}

variable "grafana_cloud_otlp_endpoint" {
  description = "Grafana Cloud's OTLP gateway: https://otlp-gateway-<zone>.grafana.net/otlp"
  type        = string
  nullable    = false
}

variable "grafana_cloud_instance_id" {
  description = "Number of the Grafana Cloud stack."
  type        = string
  nullable    = false
}

variable "grafana_cloud_api_key" {
  description = "Access policy token with metrics:write, logs:write and traces:write."
  type        = string
  sensitive   = true
  ephemeral   = true
  nullable    = false
}

variable "cpu_architecture" {
  description = "Of the images that were pushed: ARM64 or X86_64."
  type        = string
  default     = "ARM64"
  nullable    = false
}
