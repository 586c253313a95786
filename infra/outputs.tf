# SPDX-License-Identifier: Apache-2.0

output "collector_endpoint" {
  description = "OTEL_EXPORTER_OTLP_ENDPOINT of services in the namespace."
  value       = local.telemetry.OTEL_EXPORTER_OTLP_ENDPOINT
}

output "collector_security_group_id" {
  description = "Security group of the collector."
  value       = aws_security_group.collector.id
}

output "namespace_arn" {
  description = "Service Connect namespace."
  value       = local.namespace_arn
}

output "cluster_name" {
  description = "ECS cluster."
  value       = local.cluster_name
}

output "telemetry_environment" {
  description = "Variables that a service of another module needs, beside OTEL_SERVICE_NAME."
  value       = local.telemetry
}

output "services" {
  description = "By name: log group, security group and roles of each service."
  value = {
    for name, service in module.service : name => {
      log_group_name    = service.log_group_name
      security_group_id = service.security_group_id
      task_role_name    = service.task_role_name
    }
  }
}

output "alarm_topic_arn" {
  description = "Topic of all alarms."
  value       = aws_sns_topic.alarms.arn
}
