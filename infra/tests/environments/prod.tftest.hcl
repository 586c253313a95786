# SPDX-License-Identifier: Apache-2.0

mock_provider "aws" {
  source = "./tests/mocks"
}

run "prod" {
  command = apply

  assert {
    condition     = output.cluster_name == "ai-teams-prod" && aws_ssm_parameter.grafana_cloud_api_key.name == "/ai-teams/prod/monitoring/grafana-cloud-api-key"
    error_message = "names: ${output.cluster_name}, ${aws_ssm_parameter.grafana_cloud_api_key.name}"
  }

  assert {
    condition     = aws_cloudwatch_log_group.collector.retention_in_days == 90
    error_message = "retention: ${aws_cloudwatch_log_group.collector.retention_in_days}"
  }

  assert {
    condition     = aws_ecs_task_definition.collector.cpu == "512" && aws_ecs_task_definition.collector.memory == "1024"
    error_message = "collector: ${aws_ecs_task_definition.collector.cpu}, ${aws_ecs_task_definition.collector.memory}"
  }

  assert {
    condition     = output.telemetry_environment.ENVIRONMENT == "prod"
    error_message = "environment of what services send: ${jsonencode(output.telemetry_environment)}"
  }
}
