# SPDX-License-Identifier: Apache-2.0

locals {
  name       = "${var.project}-${var.environment}"
  parameters = "/${var.project}/${var.environment}/monitoring"
  groups     = [for service in module.service : service.log_group_name]
}

data "aws_region" "current" {}

# --- token and settings -------------------------------------------------------------------------------------------------------

resource "aws_ssm_parameter" "grafana_cloud_api_key" {
  name             = "${local.parameters}/grafana-cloud-api-key"
  description      = "Grafana Cloud access policy token"
  type             = "SecureString"
  key_id           = var.kms_key_arn
  value_wo         = var.grafana_cloud_api_key
  value_wo_version = var.grafana_cloud_api_key_version
}

resource "aws_ssm_parameter" "grafana_cloud_config" {
  name        = "${local.parameters}/grafana-cloud-config"
  description = "Where telemetry goes"
  type        = "String"
  value = jsonencode({
    otlp_endpoint = var.grafana_cloud_otlp_endpoint
    instance_id   = var.grafana_cloud_instance_id
  })
}

# --- logs ---------------------------------------------------------------------------------------------------------------------

resource "aws_cloudwatch_log_group" "collector" {
  name              = "/ecs/${local.name}/otel-collector"
  retention_in_days = var.log_retention_days
  log_group_class   = "INFREQUENT_ACCESS" # seldom read, and half the price
}

resource "aws_cloudwatch_query_definition" "this" {
  for_each        = length(var.services) == 0 ? {} : { for file in fileset("${path.module}/queries", "*.txt") : trimsuffix(file, ".txt") => file }
  name            = "${local.name}/${each.key}"
  log_group_names = local.groups
  query_string    = file("${path.module}/queries/${each.value}")
}

# --- alarms: on what CloudWatch sees by itself, not on the path that they watch -----------------------------------------------------

resource "aws_sns_topic" "alarms" {
  name = "${local.name}-telemetry-alarms"
}

resource "aws_sns_topic_subscription" "email" {
  count     = var.alarm_email == null ? 0 : 1
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = var.alarm_email
}

resource "aws_cloudwatch_metric_alarm" "collector_down" {
  alarm_name          = "${local.collector}-down"
  alarm_description   = "Fewer collectors run than should: telemetry is late, or lost once the services' queues are full. Runbook: TelemetryStackDown"
  namespace           = "ECS/ContainerInsights"
  metric_name         = "RunningTaskCount"
  dimensions          = { ClusterName = local.cluster_name, ServiceName = local.collector }
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 3
  threshold           = var.collector_count
  comparison_operator = "LessThanThreshold"
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}

resource "aws_cloudwatch_metric_alarm" "collector_memory" {
  alarm_name          = "${local.collector}-memory"
  alarm_description   = "A collector will soon refuse data for want of memory. Runbook: TelemetryDataRefused"
  namespace           = "AWS/ECS"
  metric_name         = "MemoryUtilization"
  dimensions          = { ClusterName = local.cluster_name, ServiceName = local.collector }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 5
  threshold           = local.collector_refuses - 5
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching" # that none runs is the other alarm's
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}

# --- dashboard ------------------------------------------------------------------------------------------------------------------

locals {
  sources = join(" | ", [for group in local.groups : "SOURCE '${group}'"])
  metrics = {
    "Requests a minute"              = { stat = "Sum", per_service = "requests" }
    "Requests that failed, a minute" = { stat = "Sum", per_service = "errors" }
    "Request duration, p95, seconds" = { stat = "p95", per_service = "duration" }
  }
}

resource "aws_cloudwatch_dashboard" "this" {
  count          = length(var.services) == 0 ? 0 : 1
  dashboard_name = "${local.name}-telemetry"
  dashboard_body = jsonencode({
    widgets = concat(
      [for index, title in sort(keys(local.metrics)) : {
        type = "metric", x = index * 8, y = 0, width = 8, height = 6
        properties = {
          title   = title, region = local.region, period = 60, stat = local.metrics[title].stat
          metrics = [for name in sort(keys(var.services)) : [local.metric_namespace, local.metrics[title].per_service, "service", name]]
        }
      }],
      [{
        type = "metric", x = 0, y = 6, width = 8, height = 6
        properties = {
          title = "Memory of tasks, %", region = local.region, period = 60, stat = "Maximum"
          metrics = [for name in concat([local.collector], [for service in sort(keys(var.services)) : "${local.name}-${service}"]) :
          ["AWS/ECS", "MemoryUtilization", "ClusterName", local.cluster_name, "ServiceName", name]]
        }
      }],
      [{
        type = "log", x = 8, y = 6, width = 16, height = 6
        properties = {
          title = "Latest errors", region = local.region, view = "table"
          query = "${local.sources} | ${trimspace(file("${path.module}/queries/latest-errors.txt"))}"
        }
      }],
    )
  })
}
