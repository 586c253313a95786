# SPDX-License-Identifier: Apache-2.0

# Roles of the collector; those of the services are in modules/service.

data "aws_partition" "current" {}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

# --- what ECS may do to start a collector: its log group and its one secret, nothing else ------------------------------------------------

resource "aws_iam_role" "collector_execution" {
  name               = "${local.collector}-execution"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

locals {
  # Of 123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/name:tag@sha256:…; none where images come from elsewhere
  registries = [for image in [var.collector_image, var.probe_image] :
  try(regex("^(?P<account>[0-9]{12})\\.dkr\\.ecr\\.(?P<region>[a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?/(?P<name>[^:@]+)", image), null)]
  repositories = [for image in local.registries : "arn:${data.aws_partition.current.partition}:ecr:${image.region}:${image.account}:repository/${image.name}" if image != null]
}

data "aws_iam_policy_document" "collector_execution" {
  statement {
    sid       = "Logs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.collector.arn}:log-stream:task/*"] # ECS names the rest of a stream by the task
  }
  statement {
    sid       = "Token"
    actions   = ["ssm:GetParameters"]
    resources = [aws_ssm_parameter.grafana_cloud_api_key.arn]
  }
  dynamic "statement" {
    for_each = length(local.repositories) == 0 ? [] : [local.repositories]
    content {
      sid       = "Images"
      actions   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
      resources = statement.value
    }
  }
  dynamic "statement" {
    for_each = length(local.repositories) == 0 ? [] : ["*"] # ECR knows no resource for it
    content {
      sid       = "Registry"
      actions   = ["ecr:GetAuthorizationToken"]
      resources = [statement.value]
    }
  }
  dynamic "statement" {
    for_each = var.kms_key_arn[*]
    content {
      sid       = "Key"
      actions   = ["kms:Decrypt"]
      resources = [statement.value]
    }
  }
}

resource "aws_iam_role_policy" "collector_execution" {
  name   = "start"
  role   = aws_iam_role.collector_execution.id
  policy = data.aws_iam_policy_document.collector_execution.json
}

# --- what the collector may do: nothing, or write spans to X-Ray ---------------------------------------------------------------------------

resource "aws_iam_role" "collector_task" {
  name               = "${local.collector}-task"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

data "aws_iam_policy_document" "collector_task" {
  statement {
    sid       = "Spans"
    actions   = ["xray:PutTraceSegments"]
    resources = ["*"] # X-Ray knows no resource for it
    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = [local.region]
    }
  }
}

resource "aws_iam_role_policy" "collector_task" {
  count  = var.xray ? 1 : 0
  name   = "xray"
  role   = aws_iam_role.collector_task.id
  policy = data.aws_iam_policy_document.collector_task.json
}
