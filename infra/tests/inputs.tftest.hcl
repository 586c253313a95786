# SPDX-License-Identifier: Apache-2.0

mock_provider "aws" {
  source = "./tests/mocks"
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

run "a_collector_of_a_size_that_fargate_has_not_is_refused" {
  command = plan
  variables {
    collector_cpu = 1024
  }
  expect_failures = [var.collector_memory]
}

run "an_alias_of_a_key_is_refused" {
  command = plan
  variables {
    kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:alias/ours"
  }
  expect_failures = [var.kms_key_arn]
}

run "a_collector_without_room_is_refused" {
  command = plan
  variables {
    collector_memory = 512
  }
  expect_failures = [var.collector_memory]
}
