# SPDX-License-Identifier: Apache-2.0

mock_provider "aws" {
  source = "./tests/mocks"
}

run "queries_are_saved_over_the_groups_of_all_services" {
  command = apply

  assert {
    condition     = toset([for query in aws_cloudwatch_query_definition.this : query.name]) == toset(["ai-teams-dev/ai-cost-by-model", "ai-teams-dev/errors-by-service", "ai-teams-dev/latest-errors", "ai-teams-dev/slowest-paths", "ai-teams-dev/trace-by-id"])
    error_message = "names of the queries"
  }

  assert {
    condition     = alltrue([for query in aws_cloudwatch_query_definition.this : toset(query.log_group_names) == toset(["/ecs/ai-teams-dev/api-gateway", "/ecs/ai-teams-dev/workflow-agent"])])
    error_message = "log groups of the services"
  }
}

run "without_services_there_are_neither_queries_nor_a_dashboard" {
  command = apply
  variables {
    services = {}
  }

  assert {
    condition     = length(aws_cloudwatch_query_definition.this) == 0 && length(aws_cloudwatch_dashboard.this) == 0
    error_message = "CloudWatch refuses both without a log group"
  }
}

run "collectors_that_are_down_or_full_raise_an_alarm" {
  command = apply

  assert {
    condition     = aws_cloudwatch_metric_alarm.collector_down.threshold == 2 && aws_cloudwatch_metric_alarm.collector_down.treat_missing_data == "breaching"
    error_message = "fewer than two, or no word of them"
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.collector_memory.threshold == 55
    error_message = "55 % of memory: at 60 data is refused"
  }

  assert {
    condition     = alltrue([for alarm in [aws_cloudwatch_metric_alarm.collector_down, aws_cloudwatch_metric_alarm.collector_memory] : alarm.alarm_actions == toset([aws_sns_topic.alarms.arn]) && alarm.ok_actions == toset([aws_sns_topic.alarms.arn])])
    error_message = "to the topic, and back"
  }
}

run "alarms_go_to_an_address_if_there_is_one" {
  command = apply
  variables {
    alarm_email = "team@example.org"
  }

  assert {
    condition     = aws_sns_topic_subscription.email[0].endpoint == "team@example.org"
    error_message = "the address"
  }
}

run "the_dashboard_shows_every_service" {
  command = apply

  assert {
    condition     = alltrue([for name in ["api-gateway", "workflow-agent"] : strcontains(aws_cloudwatch_dashboard.this[0].dashboard_body, "\"service\",\"${name}\"")])
    error_message = "metrics by service"
  }

  assert {
    condition     = length(jsondecode(aws_cloudwatch_dashboard.this[0].dashboard_body).widgets) == 5
    error_message = "five widgets"
  }
}

run "only_named_groups_call_a_service" {
  command = apply

  assert {
    condition     = { for name, rule in aws_vpc_security_group_ingress_rule.call : name => rule.from_port } == { "api-gateway to workflow-agent" = 8081, "group 0 to api-gateway" = 8080 }
    error_message = "callers and ports"
  }

  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.call : rule.cidr_ipv4 == null])
    error_message = "no address may call"
  }
}
