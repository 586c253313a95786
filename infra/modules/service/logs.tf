# SPDX-License-Identifier: Apache-2.0

# --- logs -----------------------------------------------------------------------------------------------------------------------

resource "aws_cloudwatch_log_group" "this" {
  name              = "/ecs/${var.prefix}/${var.name}"
  retention_in_days = var.log_retention_days
  log_group_class   = "STANDARD" # field indexes and metric filters need it; it cannot be changed later
}

resource "aws_cloudwatch_log_index_policy" "this" {
  log_group_name = aws_cloudwatch_log_group.this.name
  policy_document = jsonencode({
    Fields = ["tracking_id", "user.id", "session.id", "workflow.id", "response.status", "error.category", "error.code"]
  })
}

# --- metrics from access lines: keys with @ cannot be selected by --------------------------------------------------------------------

locals {
  metrics = {
    requests = { pattern = "{ $.response.status > 0 }", value = "1", unit = "Count" }
    errors   = { pattern = "{ $.response.status >= 500 }", value = "1", unit = "Count" }
    duration = { pattern = "{ $.response.status > 0 }", value = "$.request.duration", unit = "Seconds" }
  }
}

resource "aws_cloudwatch_log_metric_filter" "this" {
  for_each       = local.metrics
  name           = each.key
  log_group_name = aws_cloudwatch_log_group.this.name
  pattern        = each.value.pattern
  metric_transformation {
    name       = each.key
    namespace  = var.metric_namespace
    value      = each.value.value
    unit       = each.value.unit
    dimensions = { service = "$.service" }
  }
}

# --- alarms -----------------------------------------------------------------------------------------------------------------------

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "${local.full_name}-errors"
  alarm_description   = "More than one in a hundred requests to ${var.name} fails. Runbook: HttpErrorRatioHigh"
  evaluation_periods  = 2
  threshold           = 1
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]

  metric_query {
    id          = "ratio"
    label       = "Requests that failed, %"
    expression  = "IF(requests >= 20, 100 * FILL(errors, 0) / requests, 0)" # of a handful, one is no ratio
    return_data = true
  }
  dynamic "metric_query" {
    for_each = toset(["requests", "errors"])
    content {
      id = metric_query.value
      metric {
        namespace   = var.metric_namespace
        metric_name = metric_query.value
        dimensions  = { service = var.name }
        period      = 300
        stat        = "Sum"
      }
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "slow" {
  alarm_name          = "${local.full_name}-slow"
  alarm_description   = "One in twenty requests to ${var.name} takes longer than two seconds. Runbook: HttpSlow"
  evaluation_periods  = 2
  threshold           = 2
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]

  # An alarm on the percentile itself would keep its state with fewer than 200 requests in a period
  metric_query {
    id          = "guarded"
    label       = "p95, s"
    expression  = "IF(requests >= 20, duration, 0)"
    return_data = true
  }
  dynamic "metric_query" {
    for_each = { requests = "Sum", duration = "p95" }
    content {
      id = metric_query.key
      metric {
        namespace   = var.metric_namespace
        metric_name = metric_query.key
        dimensions  = { service = var.name }
        period      = 300
        stat        = metric_query.value
      }
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "down" {
  alarm_name          = "${local.full_name}-down"
  alarm_description   = "Fewer tasks of ${var.name} run than should. Runbook: ServiceDown"
  namespace           = "ECS/ContainerInsights"
  metric_name         = "RunningTaskCount"
  dimensions          = { ClusterName = var.cluster_name, ServiceName = local.full_name }
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 3
  threshold           = var.desired_count
  comparison_operator = "LessThanThreshold"
  treat_missing_data  = "breaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "silent" {
  count               = var.silence_minutes == null ? 0 : 1
  alarm_name          = "${local.full_name}-silent"
  alarm_description   = "${var.name} has written no line for ${var.silence_minutes} minutes: nobody calls it, or its log is lost. Runbook: ServiceStoppedReporting"
  namespace           = "AWS/Logs"
  metric_name         = "IncomingLogEvents"
  dimensions          = { LogGroupName = aws_cloudwatch_log_group.this.name }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = ceil(var.silence_minutes / 5)
  threshold           = 1
  comparison_operator = "LessThanThreshold"
  treat_missing_data  = "breaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "memory" {
  alarm_name          = "${local.full_name}-memory"
  alarm_description   = "A task of ${var.name} is near its memory; ECS ends it there. Runbook: ServiceMemoryHigh"
  namespace           = "AWS/ECS"
  metric_name         = "MemoryUtilization"
  dimensions          = { ClusterName = var.cluster_name, ServiceName = local.full_name }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 5
  threshold           = 90
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching" # that none runs is another alarm's
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
}
