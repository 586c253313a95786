# SPDX-License-Identifier: Apache-2.0

mock_provider "aws" {
  source = "./tests/mocks"
}

run "a_collector_may_start_and_nothing_else" {
  command = apply

  assert {
    condition = { for statement in data.aws_iam_policy_document.collector_execution.statement : statement.sid => statement.actions } == {
      Logs  = toset(["logs:CreateLogStream", "logs:PutLogEvents"])
      Token = toset(["ssm:GetParameters"])
    }
    error_message = "actions of the execution role"
  }

  assert {
    condition     = alltrue([for statement in data.aws_iam_policy_document.collector_execution.statement : !contains(statement.resources, "*")])
    error_message = "a resource is everything"
  }

  assert {
    condition     = one([for statement in data.aws_iam_policy_document.collector_execution.statement : statement.resources if statement.sid == "Token"]) == toset([aws_ssm_parameter.grafana_cloud_api_key.arn])
    error_message = "one parameter"
  }
}

run "a_key_of_its_own_may_be_used_and_no_other" {
  command = apply
  variables {
    kms_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/one"
  }

  assert {
    condition     = one([for statement in data.aws_iam_policy_document.collector_execution.statement : statement.resources if statement.sid == "Key"]) == toset(["arn:aws:kms:eu-central-1:123456789012:key/one"])
    error_message = "the key"
  }

  assert {
    condition     = aws_ssm_parameter.grafana_cloud_api_key.key_id == "arn:aws:kms:eu-central-1:123456789012:key/one"
    error_message = "the parameter is encrypted by it"
  }
}

run "only_ecs_takes_on_a_role" {
  command = apply

  assert {
    condition     = alltrue([for statement in data.aws_iam_policy_document.assume.statement : one(statement.principals).identifiers == toset(["ecs-tasks.amazonaws.com"])])
    error_message = "tasks of ECS"
  }
}

run "images_of_its_own_registry_may_be_fetched" {
  command = apply
  variables {
    collector_image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mirror/collector:1@sha256:0000000000000000000000000000000000000000000000000000000000000000"
  }

  assert {
    condition     = one([for statement in data.aws_iam_policy_document.collector_execution.statement : statement.resources if statement.sid == "Images"]) == toset(["arn:aws:ecr:eu-central-1:123456789012:repository/mirror/collector"])
    error_message = "its repository"
  }

  assert {
    condition     = toset([for statement in data.aws_iam_policy_document.collector_execution.statement : statement.sid if contains(statement.resources, "*")]) == toset(["Registry"])
    error_message = "everything is a resource where ECR knows no other, and nowhere else"
  }
}

run "x_ray_is_written_to_in_one_region" {
  command = apply
  variables {
    xray = true
  }

  assert {
    condition     = one(one(data.aws_iam_policy_document.collector_task.statement).condition).values == tolist(["eu-central-1"])
    error_message = "the region"
  }
}
