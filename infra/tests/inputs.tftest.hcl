# SPDX-License-Identifier: Apache-2.0

mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
  mock_data "aws_region" {
    defaults = { name = "eu-central-1" }
  }
  mock_resource "aws_ssm_parameter" {
    defaults = { arn = "arn:aws:ssm:eu-central-1:123456789012:parameter/mock" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/mock" }
  }
  mock_resource "aws_ecs_task_definition" {
    defaults = { arn = "arn:aws:ecs:eu-central-1:123456789012:task-definition/mock:1" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:eu-central-1:123456789012:log-group:mock" }
  }
  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:eu-central-1:123456789012:mock" }
  }
  mock_resource "aws_service_discovery_http_namespace" {
    defaults = { arn = "arn:aws:servicediscovery:eu-central-1:123456789012:namespace/ns-mock" }
  }
}

variables {
  environment                 = "dev"
  collector_image             = "otel/opentelemetry-collector-contrib:0.158.0@sha256:0000000000000000000000000000000000000000000000000000000000000000"
  probe_image                 = "public.ecr.aws/docker/library/busybox:1.37@sha256:0000000000000000000000000000000000000000000000000000000000000000"
  grafana_cloud_otlp_endpoint = "https://otlp-gateway-prod-eu-west-2.grafana.net/otlp"
  grafana_cloud_instance_id   = "123456"
  grafana_cloud_api_key       = "a-token-of-nobody"
  vpc_id                      = "vpc-1"
  private_subnet_ids          = ["subnet-1", "subnet-2"]
  services = {
    api-gateway = {
      image         = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ai-teams/api-gateway:1@sha256:0000000000000000000000000000000000000000000000000000000000000000"
      port          = 8080
      caller_groups = ["sg-balancer"]
    }
    workflow-agent = {
      image   = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ai-teams/workflow-agent:1@sha256:0000000000000000000000000000000000000000000000000000000000000000"
      port    = 8081
      callers = ["api-gateway"]
      secrets = { OPENAI_API_KEY = "arn:aws:ssm:eu-central-1:123456789012:parameter/ai-teams/dev/openai-api-key" }
    }
  }
}

run "an_image_without_digest_is_refused" {
  command = plan
  variables {
    collector_image = "otel/opentelemetry-collector-contrib:latest"
  }
  expect_failures = [var.collector_image]
}

run "a_probe_without_digest_is_refused" {
  command = plan
  variables {
    probe_image = "busybox"
  }
  expect_failures = [var.probe_image]
}

run "a_service_without_digest_is_refused" {
  command = plan
  variables {
    services = { api-gateway = { image = "api-gateway:1", port = 8080 } }
  }
  expect_failures = [var.services]
}

run "a_caller_that_nobody_knows_is_refused" {
  command = plan
  variables {
    services = { api-gateway = { image = "a@sha256:0000000000000000000000000000000000000000000000000000000000000000", port = 8080, callers = ["nobody"] } }
  }
  expect_failures = [var.services]
}

run "an_environment_that_nobody_knows_is_refused" {
  command = plan
  variables {
    environment = "production"
  }
  expect_failures = [var.environment]
}

run "one_collector_is_too_few" {
  command = plan
  variables {
    collector_count = 1
  }
  expect_failures = [var.collector_count]
}

run "one_subnet_is_too_few" {
  command = plan
  variables {
    private_subnet_ids = ["subnet-1"]
  }
  expect_failures = [var.private_subnet_ids]
}

run "an_endpoint_with_a_path_of_a_signal_is_refused" {
  command = plan
  variables {
    grafana_cloud_otlp_endpoint = "https://otlp-gateway-prod-eu-west-2.grafana.net/otlp/v1/traces"
  }
  expect_failures = [var.grafana_cloud_otlp_endpoint]
}

run "a_retention_that_cloudwatch_has_not_is_refused" {
  command = plan
  variables {
    log_retention_days = 10
  }
  expect_failures = [var.log_retention_days]
}

run "a_collector_without_room_is_refused" {
  command = plan
  variables {
    collector_memory = 512
  }
  expect_failures = [var.collector_memory]
}
