# SPDX-License-Identifier: Apache-2.0

mock_provider "aws" {
  source = "./tests/mocks"
}

run "names_and_kinds_of_the_parameters_are_the_contracts" {
  command = plan

  assert {
    condition     = aws_ssm_parameter.grafana_cloud_api_key.name == "/ai-teams/dev/monitoring/grafana-cloud-api-key" && aws_ssm_parameter.grafana_cloud_api_key.type == "SecureString"
    error_message = "the token: ${aws_ssm_parameter.grafana_cloud_api_key.name}, ${aws_ssm_parameter.grafana_cloud_api_key.type}"
  }

  assert {
    condition     = aws_ssm_parameter.grafana_cloud_config.name == "/ai-teams/dev/monitoring/grafana-cloud-config"
    error_message = "the settings: ${aws_ssm_parameter.grafana_cloud_config.name}"
  }

  assert {
    condition     = jsondecode(nonsensitive(aws_ssm_parameter.grafana_cloud_config.value)) == { instance_id = "123456", otlp_endpoint = "https://otlp-gateway-prod-eu-west-2.grafana.net/otlp" }
    error_message = "the settings are JSON of endpoint and instance"
  }
}

run "the_token_is_written_only_and_reaches_the_collector_as_a_secret" {
  command = apply

  assert {
    condition     = aws_ssm_parameter.grafana_cloud_api_key.value_wo_version == 1
    error_message = "a version, which has a new token written"
  }

  assert {
    condition     = !strcontains(aws_ecs_task_definition.collector.container_definitions, "a-token-of-nobody")
    error_message = "the token must not be in the task definition"
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.collector.container_definitions)[0].secrets == [{ name = "GRAFANA_CLOUD_API_KEY", valueFrom = aws_ssm_parameter.grafana_cloud_api_key.arn }]
    error_message = "the token comes from its parameter"
  }
}

run "no_output_has_a_secret" {
  command = apply

  assert {
    condition     = !strcontains(jsonencode([output.collector_endpoint, output.telemetry_environment, output.services, output.alarm_topic_arn, output.namespace_arn, output.cluster_name, output.collector_security_group_id]), "a-token-of-nobody")
    error_message = "an output tells the token"
  }
}

run "the_collector_runs_what_monitoring_has_tested" {
  command = apply

  assert {
    condition     = one([for variable in jsondecode(aws_ecs_task_definition.collector.container_definitions)[0].environment : variable.value if variable.name == "OTELCOL_CONFIG"]) == file("../monitoring/otel-collector-ecs.yml")
    error_message = "OTELCOL_CONFIG is not the tested file"
  }

  assert {
    condition     = length(aws_ecs_task_definition.collector.container_definitions) < 65536
    error_message = "ECS takes 64 KiB of a task definition: ${length(aws_ecs_task_definition.collector.container_definitions)}"
  }
}

run "a_collector_survives_its_crash" {
  command = apply

  assert {
    condition     = jsondecode(aws_ecs_task_definition.collector.container_definitions)[0].restartPolicy == { enabled = true, restartAttemptPeriod = 60 }
    error_message = "a restart in the same task keeps the queue"
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.collector.container_definitions)[1].linuxParameters.initProcessEnabled && jsondecode(aws_ecs_task_definition.collector.container_definitions)[1].stopTimeout == 5
    error_message = "a shell that is process 1 hears no SIGTERM"
  }

  assert {
    condition     = alltrue([for container in jsondecode(aws_ecs_task_definition.collector.container_definitions) : container.essential && container.readonlyRootFilesystem])
    error_message = "each container is essential, with a file system that nobody writes to"
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.collector.container_definitions)[1].name == "health"
    error_message = "a probe, because the image of the collector has no shell"
  }
}

run "logs_of_tasks_are_never_waited_for" {
  command = apply

  assert {
    condition     = alltrue([for container in jsondecode(aws_ecs_task_definition.collector.container_definitions) : container.logConfiguration.options.mode == "non-blocking" && container.logConfiguration.options.max-buffer-size == "25m"])
    error_message = "awslogs with mode and buffer"
  }
}

run "only_named_groups_send_to_the_collector" {
  command = apply

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.otlp) == 4 && toset([for rule in aws_vpc_security_group_ingress_rule.otlp : rule.from_port]) == toset([4317, 4318])
    error_message = "one rule for each service and port"
  }

  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.otlp : rule.cidr_ipv4 == null && rule.referenced_security_group_id != null])
    error_message = "no address may send"
  }
}

run "another_team_sends_by_its_security_group" {
  command = apply
  variables {
    client_security_group_ids = { others = "sg-others" }
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.otlp["others 4318"].referenced_security_group_id == "sg-others"
    error_message = "its group is let in"
  }
}

run "collectors_are_private_and_scale" {
  command = apply

  assert {
    condition     = aws_ecs_service.collector.network_configuration[0].assign_public_ip == false
    error_message = "no public address"
  }

  assert {
    condition     = aws_appautoscaling_target.collector.min_capacity == 2 && aws_appautoscaling_target.collector.max_capacity == 6
    error_message = "two to six"
  }

  assert {
    condition     = aws_appautoscaling_policy.collector["cpu"].target_tracking_scaling_policy_configuration[0].target_value == 60
    error_message = "at 60 % of CPU"
  }

  assert {
    condition     = aws_appautoscaling_policy.collector["memory"].target_tracking_scaling_policy_configuration[0].target_value < aws_cloudwatch_metric_alarm.collector_memory.threshold
    error_message = "before the alarm"
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.collector_memory.threshold < 100 * (768 - 153) / 1024
    error_message = "and the alarm before data is refused: the limiter's limit without its spike"
  }
}

run "services_find_the_collector_by_its_name" {
  command = apply

  assert {
    condition     = toset([for service in aws_ecs_service.collector.service_connect_configuration[0].service : "${one(service.client_alias).dns_name}:${one(service.client_alias).port}"]) == toset(["otel-collector:4317", "otel-collector:4318"])
    error_message = "otel-collector:4317 and :4318"
  }
}

run "a_new_version_of_the_token_is_a_new_task" {
  command = apply
  variables {
    grafana_cloud_api_key_version = 2
  }

  assert {
    condition     = strcontains(aws_ecs_task_definition.collector.container_definitions, "{\"name\":\"GRAFANA_CLOUD_API_KEY_FROM\",\"value\":\"2\"}")
    error_message = "the version is in the task definition"
  }
}

run "spans_go_to_x_ray_only_if_asked_for" {
  command = apply

  assert {
    condition     = length(aws_iam_role_policy.collector_task) == 0 && !strcontains(aws_ecs_task_definition.collector.container_definitions, "XRAY")
    error_message = "nothing of X-Ray"
  }
}

run "and_then_with_the_one_action_that_it_takes" {
  command = apply
  variables {
    xray = true
  }

  assert {
    condition     = length(aws_iam_role_policy.collector_task) == 1 && jsondecode(aws_ecs_task_definition.collector.container_definitions)[0].command == ["--config=env:OTELCOL_CONFIG", "--config=env:OTELCOL_CONFIG_XRAY"]
    error_message = "role and second configuration"
  }

  assert {
    condition     = data.aws_iam_policy_document.collector_task.statement[0].actions == toset(["xray:PutTraceSegments"])
    error_message = "one action"
  }
}

run "a_cluster_that_is_there_is_taken" {
  command = apply
  variables {
    cluster_name = "theirs"
  }

  assert {
    condition     = length(aws_ecs_cluster.this) == 0 && aws_ecs_service.collector.cluster == "theirs"
    error_message = "the given cluster"
  }
}

run "a_cluster_of_its_own_counts_its_tasks" {
  command = apply

  assert {
    condition     = one(aws_ecs_cluster.this[0].setting).value == "enabled"
    error_message = "Container Insights, for the alarm on collectors that are down"
  }
}

run "a_namespace_that_is_there_is_taken" {
  command = apply
  variables {
    namespace = { arn = "arn:aws:servicediscovery:eu-central-1:123456789012:namespace/ns-theirs" }
  }

  assert {
    condition     = length(aws_service_discovery_http_namespace.this) == 0 && output.namespace_arn == "arn:aws:servicediscovery:eu-central-1:123456789012:namespace/ns-theirs"
    error_message = "the given namespace"
  }
}
