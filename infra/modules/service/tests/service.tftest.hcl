# SPDX-License-Identifier: Apache-2.0

mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                    = "api-gateway"
  prefix                  = "ai-teams-prod"
  image                   = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ai-teams/api-gateway:1@sha256:0000000000000000000000000000000000000000000000000000000000000000"
  port                    = 8080
  cpu                     = 512
  memory                  = 1024
  desired_count           = 2
  cpu_architecture        = "ARM64"
  request_timeout_seconds = 120
  environment             = { OTEL_EXPORTER_OTLP_ENDPOINT = "http://otel-collector:4318", OTEL_SERVICE_NAME = "another" }
  secrets                 = { DATABASE_PASSWORD = "arn:aws:ssm:eu-central-1:123456789012:parameter/ai-teams/prod/database-password" }
  cluster_name            = "ai-teams-prod"
  namespace_arn           = "arn:aws:servicediscovery:eu-central-1:123456789012:namespace/ns-mock"
  vpc_id                  = "vpc-1"
  subnet_ids              = ["subnet-1", "subnet-2"]
  log_retention_days      = 90
  metric_namespace        = "ai-teams/prod"
  alarm_topic_arn         = "arn:aws:sns:eu-central-1:123456789012:alarms"
}

run "it_is_told_its_name_and_where_the_collector_is" {
  command = apply

  assert {
    condition     = { for variable in jsondecode(aws_ecs_task_definition.this.container_definitions)[0].environment : variable.name => variable.value } == { OTEL_EXPORTER_OTLP_ENDPOINT = "http://otel-collector:4318", OTEL_SERVICE_NAME = "api-gateway", SERVER_PORT = "8080", SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE = "15s" }
    error_message = "environment of the task"
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].secrets == [{ name = "DATABASE_PASSWORD", valueFrom = "arn:aws:ssm:eu-central-1:123456789012:parameter/ai-teams/prod/database-password" }]
    error_message = "secrets come from their parameters"
  }
}

run "it_has_time_to_end_and_nothing_to_write_to" {
  command = apply

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].stopTimeout == 30 && jsondecode(aws_ecs_task_definition.this.container_definitions)[0].readonlyRootFilesystem
    error_message = "30 s, and a file system that nobody writes to"
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].mountPoints == [{ containerPath = "/tmp", readOnly = false, sourceVolume = "tmp" }]
    error_message = "but /tmp"
  }
}

run "an_image_without_a_volume_at_tmp_may_write" {
  command = apply
  variables {
    read_only_root_filesystem = false
  }

  assert {
    condition     = !jsondecode(aws_ecs_task_definition.this.container_definitions)[0].readonlyRootFilesystem && length(jsondecode(aws_ecs_task_definition.this.container_definitions)[0].mountPoints) == 0 && length(aws_ecs_task_definition.this.volume) == 0
    error_message = "no volume over its own /tmp"
  }
}

run "a_right_on_an_alias_is_refused" {
  command = plan
  variables {
    secret_key_arns = ["arn:aws:kms:eu-central-1:123456789012:alias/ours"]
  }
  expect_failures = [var.secret_key_arns]
}

run "its_lines_are_never_waited_for" {
  command = apply

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].logConfiguration.options == { awslogs-group = "/ecs/ai-teams-prod/api-gateway", awslogs-region = "eu-central-1", awslogs-stream-prefix = "task", max-buffer-size = "25m", mode = "non-blocking" }
    error_message = "awslogs with mode and buffer"
  }
}

run "lines_are_kept_and_indexed" {
  command = apply

  assert {
    condition     = aws_cloudwatch_log_group.this.retention_in_days == 90 && aws_cloudwatch_log_group.this.log_group_class == "STANDARD"
    error_message = "retention, and the class that has indexes"
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_log_index_policy.this.policy_document) == { Fields = ["tracking_id", "user.id", "session.id", "workflow.id", "response.status", "error.category", "error.code"] }
    error_message = "fields of the index"
  }
}

run "metrics_select_by_keys_that_filters_can_see" {
  command = apply

  assert {
    condition     = alltrue([for filter in aws_cloudwatch_log_metric_filter.this : !strcontains(filter.pattern, "@")])
    error_message = "filters do not know keys that begin with @"
  }

  assert {
    condition     = { for name, filter in aws_cloudwatch_log_metric_filter.this : name => filter.pattern } == { requests = "{ $.response.status > 0 }", errors = "{ $.response.status >= 500 }", duration = "{ $.response.status > 0 }" }
    error_message = "patterns"
  }
}

run "alarms_are_raised_where_users_would_notice" {
  command = apply

  assert {
    condition     = aws_cloudwatch_metric_alarm.errors.threshold == 1 && aws_cloudwatch_metric_alarm.slow.threshold == 2 && one(flatten([for query in aws_cloudwatch_metric_alarm.slow.metric_query : [for metric in query.metric : metric.stat] if query.id == "duration"])) == "p95"
    error_message = "1 % of requests, p95 of 2 s"
  }

  assert {
    condition = alltrue([for alarm in [aws_cloudwatch_metric_alarm.errors, aws_cloudwatch_metric_alarm.slow] :
    startswith(one([for query in alarm.metric_query : query.expression if query.return_data == true]), "IF(requests >= 20, ")])
    error_message = "of twenty requests and more: CloudWatch itself would keep the state of a percentile up to 200"
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.down.threshold == 2 && aws_cloudwatch_metric_alarm.down.treat_missing_data == "breaching"
    error_message = "fewer tasks than should run"
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.silent[0].evaluation_periods == 3 && aws_cloudwatch_metric_alarm.silent[0].treat_missing_data == "breaching"
    error_message = "no line for a quarter of an hour"
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.memory.threshold == 90
    error_message = "90 % of memory"
  }

  assert {
    condition     = alltrue([for alarm in [aws_cloudwatch_metric_alarm.errors, aws_cloudwatch_metric_alarm.slow, aws_cloudwatch_metric_alarm.down, aws_cloudwatch_metric_alarm.silent[0], aws_cloudwatch_metric_alarm.memory] : alarm.alarm_actions == toset(["arn:aws:sns:eu-central-1:123456789012:alarms"])])
    error_message = "to the topic"
  }
}

run "a_service_that_is_seldom_called_may_be_silent" {
  command = plan
  variables {
    silence_minutes = null
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.silent) == 0
    error_message = "no alarm"
  }
}

run "it_may_start_and_nothing_else" {
  command = apply

  assert {
    condition     = { for statement in data.aws_iam_policy_document.execution.statement : statement.sid => statement.actions } == { Image = toset(["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]), Logs = toset(["logs:CreateLogStream", "logs:PutLogEvents"]), Registry = toset(["ecr:GetAuthorizationToken"]), Secrets = toset(["ssm:GetParameters"]) }
    error_message = "actions of the execution role"
  }

  assert {
    condition     = toset([for statement in data.aws_iam_policy_document.execution.statement : statement.sid if contains(statement.resources, "*")]) == toset(["Registry"])
    error_message = "everything is a resource where ECR knows no other, and nowhere else"
  }

  assert {
    condition     = one([for statement in data.aws_iam_policy_document.execution.statement : statement.resources if statement.sid == "Image"]) == toset(["arn:aws:ecr:eu-central-1:123456789012:repository/ai-teams/api-gateway"])
    error_message = "its own repository"
  }
}

run "an_image_from_elsewhere_and_no_secret_need_less" {
  command = apply
  variables {
    image   = "ghcr.io/team/api-gateway@sha256:0000000000000000000000000000000000000000000000000000000000000000"
    secrets = {}
  }

  assert {
    condition     = [for statement in data.aws_iam_policy_document.execution.statement : statement.sid] == ["Logs"]
    error_message = "its log group alone"
  }
}

run "a_secret_of_any_other_kind_is_refused" {
  command = plan
  variables {
    secrets = { PASSWORD = "hunter2" }
  }
  expect_failures = [var.secrets]
}

run "behind_a_load_balancer_it_has_time_to_start" {
  command = apply
  variables {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/gateway/0123456789abcdef"
  }

  assert {
    condition     = one(aws_ecs_service.this.load_balancer).container_port == 8080 && aws_ecs_service.this.health_check_grace_period_seconds == 60
    error_message = "its port, and a minute"
  }
}

run "a_call_may_take_as_long_as_a_model_takes" {
  command = apply

  assert {
    condition     = one(aws_ecs_service.this.service_connect_configuration[0].service[0].timeout).per_request_timeout_seconds == 120
    error_message = "without it, 15 s"
  }
}

run "secrets_of_another_key_may_be_read" {
  command = apply
  variables {
    secret_key_arns = ["arn:aws:kms:eu-central-1:123456789012:key/one"]
  }

  assert {
    condition     = one([for statement in data.aws_iam_policy_document.execution.statement : statement.resources if statement.sid == "Keys"]) == toset(["arn:aws:kms:eu-central-1:123456789012:key/one"])
    error_message = "the key"
  }
}

run "only_ecs_takes_on_a_role" {
  command = apply

  assert {
    condition     = alltrue([for statement in data.aws_iam_policy_document.assume.statement : one(statement.principals).identifiers == toset(["ecs-tasks.amazonaws.com"])])
    error_message = "tasks of ECS"
  }
}

run "a_name_that_roles_cannot_have_is_refused" {
  command = plan
  variables {
    name = "Orders_API"
  }
  expect_failures = [var.name]
}

run "the_collectors_name_is_refused" {
  command = plan
  variables {
    name = "otel-collector"
  }
  expect_failures = [var.name]
}

run "a_size_that_fargate_has_not_is_refused" {
  command = plan
  variables {
    cpu    = 256
    memory = 4096
  }
  expect_failures = [var.memory]
}
