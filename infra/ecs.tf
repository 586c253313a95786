# SPDX-License-Identifier: Apache-2.0

locals {
  collector        = "${local.name}-otel-collector"
  region           = data.aws_region.current.name
  cluster_name     = var.cluster_name == null ? aws_ecs_cluster.this[0].name : var.cluster_name
  namespace_arn    = var.namespace == null ? aws_service_discovery_http_namespace.this[0].arn : var.namespace.arn
  metric_namespace = "${var.project}/${var.environment}"
  # What every service is told of telemetry; the token is the collector's alone
  telemetry = {
    ENVIRONMENT                 = var.environment
    OTEL_EXPORTER_OTLP_ENDPOINT = "http://otel-collector:4318"
    OTEL_EXPORTER_OTLP_PROTOCOL = "http/protobuf"
    OTEL_TRACES_EXPORTER        = "otlp"
    OTEL_METRICS_EXPORTER       = "otlp"  # nothing can scrape here
    OTEL_METRIC_EXPORT_INTERVAL = "60000" # Grafana Cloud bills points by the minute
    OTEL_LOGS_EXPORTER          = "otlp"  # beside the lines on stdout, which are CloudWatch's
    # A line per call of a model, which a saved query reads costs from
    LOGGING_LEVEL_COM_STARMATES_TELEMETRY_AI_CALLS = "DEBUG"
  }
}

# --- cluster --------------------------------------------------------------------------------------------------------------------

resource "aws_ecs_cluster" "this" {
  count = var.cluster_name == null ? 1 : 0
  name  = local.name
  setting {
    name  = "containerInsights" # RunningTaskCount, which an alarm needs
    value = "enabled"
  }
}

resource "aws_service_discovery_http_namespace" "this" {
  count = var.namespace == null ? 1 : 0
  name  = local.name
}

# --- network of the collector -------------------------------------------------------------------------------------------------------

resource "aws_security_group" "collector" {
  name        = local.collector
  description = "OTLP from named services, HTTPS out"
  vpc_id      = var.vpc_id
}

locals {
  # Service Connect's proxy and the probe take their part
  collector_limit = var.collector_memory - 256
  # From here on data is refused, in % of the task
  collector_refuses = floor(100 * local.collector_limit * 0.8 / var.collector_memory)
  clients = merge(
    { for name, service in module.service : name => service.security_group_id },
    var.client_security_group_ids,
  )
}

resource "aws_vpc_security_group_ingress_rule" "otlp" {
  for_each = {
    for pair in setproduct(concat(keys(var.services), keys(var.client_security_group_ids)), ["4317", "4318"]) : join(" ", pair) => pair
  }
  security_group_id            = aws_security_group.collector.id
  description                  = "OTLP of ${each.value[0]}"
  referenced_security_group_id = local.clients[each.value[0]]
  from_port                    = tonumber(each.value[1])
  to_port                      = tonumber(each.value[1])
  ip_protocol                  = "tcp"
}

resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.collector.id
  description       = "Grafana Cloud and AWS"
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}

# --- collector ------------------------------------------------------------------------------------------------------------------------

resource "aws_ecs_task_definition" "collector" {
  family                   = local.collector
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.collector_cpu
  memory                   = var.collector_memory
  execution_role_arn       = aws_iam_role.collector_execution.arn
  task_role_arn            = aws_iam_role.collector_task.arn

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = var.cpu_architecture
  }

  volume { # outlives a restart of the container, not of the task
    name = "queue"
  }

  container_definitions = jsonencode([
    {
      name                   = "otel-collector"
      image                  = var.collector_image
      essential              = true
      user                   = "0" # Fargate mounts the volume as root's, and only root's
      readonlyRootFilesystem = true
      linuxParameters        = { initProcessEnabled = true }
      command = concat(["--config=env:OTELCOL_CONFIG"],
      var.xray ? ["--config=env:OTELCOL_CONFIG_XRAY"] : [])
      stopTimeout   = 30 # what is in hand is sent; what is still in the queue goes with the task
      restartPolicy = { enabled = true, restartAttemptPeriod = 60 }
      mountPoints   = [{ sourceVolume = "queue", containerPath = "/var/lib/otelcol", readOnly = false }]
      portMappings = [
        { name = "otlp-grpc", containerPort = 4317, hostPort = 4317, protocol = "tcp", appProtocol = "grpc" },
        { name = "otlp-http", containerPort = 4318, hostPort = 4318, protocol = "tcp", appProtocol = "http" },
      ]
      environment = [for name, value in merge({
        ENVIRONMENT                 = var.environment
        GOMEMLIMIT                  = "${local.collector_limit}MiB"
        OTELCOL_LIMIT_MIB           = tostring(local.collector_limit)
        OTELCOL_SPIKE_LIMIT_MIB     = tostring(floor(local.collector_limit * 0.2))
        OTELCOL_CONFIG              = file("${path.module}/../monitoring/otel-collector-ecs.yml")
        GRAFANA_CLOUD_OTLP_ENDPOINT = var.grafana_cloud_otlp_endpoint
        GRAFANA_CLOUD_INSTANCE_ID   = var.grafana_cloud_instance_id
        GRAFANA_CLOUD_API_KEY_FROM  = tostring(var.grafana_cloud_api_key_version) # a new token is a new task
        }, var.xray ? {
        AWS_REGION          = local.region
        OTELCOL_CONFIG_XRAY = file("${path.module}/../monitoring/otel-collector-ecs-xray.yml")
      } : {}) : { name = name, value = value }]
      secrets          = [{ name = "GRAFANA_CLOUD_API_KEY", valueFrom = aws_ssm_parameter.grafana_cloud_api_key.arn }]
      logConfiguration = local.collector_logs
    },
    {
      # Ends, and with it the task, once the collector has not answered for a minute and a half: longer than its restart takes
      name                   = "health"
      image                  = var.probe_image
      essential              = true
      user                   = "65534"
      readonlyRootFilesystem = true
      linuxParameters        = { initProcessEnabled = true }
      stopTimeout            = 5
      command                = ["sh", "-c", file("${path.module}/collector-health.sh")]
      dependsOn              = [{ containerName = "otel-collector", condition = "START" }]
      logConfiguration       = local.collector_logs
    },
  ])
}

locals {
  collector_logs = {
    logDriver = "awslogs"
    options = {
      awslogs-group         = aws_cloudwatch_log_group.collector.name
      awslogs-region        = local.region
      awslogs-stream-prefix = "task"
      mode                  = "non-blocking"
      max-buffer-size       = "25m"
    }
  }
}

resource "aws_ecs_service" "collector" {
  name                               = local.collector
  cluster                            = local.cluster_name
  task_definition                    = aws_ecs_task_definition.collector.arn
  desired_count                      = var.collector_count
  launch_type                        = "FARGATE"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  availability_zone_rebalancing      = "ENABLED"
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets          = var.private_subnet_ids
    security_groups  = [aws_security_group.collector.id]
    assign_public_ip = false
  }

  service_connect_configuration {
    enabled   = true
    namespace = local.namespace_arn
    dynamic "service" {
      for_each = { otlp-grpc = 4317, otlp-http = 4318 }
      content {
        port_name      = service.key
        discovery_name = "otel-collector-${service.key}"
        client_alias {
          dns_name = "otel-collector"
          port     = service.value
        }
      }
    }
  }

  lifecycle {
    ignore_changes = [desired_count] # the scaling's
  }

  depends_on = [aws_iam_role_policy.collector_execution] # or the first task may not read its token
}

resource "aws_appautoscaling_target" "collector" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${local.cluster_name}/${aws_ecs_service.collector.name}"
  min_capacity       = var.collector_count
  max_capacity       = var.collector_count * 3
}

resource "aws_appautoscaling_policy" "collector" {
  for_each           = { cpu = "ECSServiceAverageCPUUtilization", memory = "ECSServiceAverageMemoryUtilization" }
  name               = "${local.collector}-${each.key}"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.collector.service_namespace
  scalable_dimension = aws_appautoscaling_target.collector.scalable_dimension
  resource_id        = aws_appautoscaling_target.collector.resource_id
  target_tracking_scaling_policy_configuration {
    target_value       = each.key == "cpu" ? 60 : local.collector_refuses - 15 # before data is refused
    scale_in_cooldown  = 300
    scale_out_cooldown = 60
    predefined_metric_specification {
      predefined_metric_type = each.value
    }
  }
}

# --- services: none depends on the collector, which may be away -------------------------------------------------------------------------

module "service" {
  source   = "./modules/service"
  for_each = var.services

  name                      = each.key
  prefix                    = local.name
  image                     = each.value.image
  read_only_root_filesystem = each.value.read_only_root
  port                      = each.value.port
  cpu                       = each.value.cpu
  memory                    = each.value.memory
  desired_count             = each.value.count
  cpu_architecture          = var.cpu_architecture
  request_timeout_seconds   = each.value.request_timeout
  secret_key_arns           = each.value.secret_key_arns
  environment               = merge(local.telemetry, each.value.environment)
  secrets                   = each.value.secrets
  target_group_arn          = each.value.target_group_arn
  cluster_name              = local.cluster_name
  # Tasks find only what was in the namespace when they started: the collector comes first
  namespace_arn      = aws_ecs_service.collector.service_connect_configuration[0].namespace
  vpc_id             = var.vpc_id
  subnet_ids         = var.private_subnet_ids
  log_retention_days = var.log_retention_days
  silence_minutes    = each.value.silence_minutes == 0 ? null : each.value.silence_minutes
  metric_namespace   = local.metric_namespace
  alarm_topic_arn    = aws_sns_topic.alarms.arn
}

locals {
  calls = merge([for name, service in var.services : merge(
    { for caller in service.callers : "${caller} to ${name}" => { service = name, group = module.service[caller].security_group_id } },
    { for index, group in service.caller_groups : "group ${index} to ${name}" => { service = name, group = group } },
  )]...)
}

resource "aws_vpc_security_group_ingress_rule" "call" {
  for_each                     = local.calls
  security_group_id            = module.service[each.value.service].security_group_id
  description                  = each.key
  referenced_security_group_id = each.value.group
  from_port                    = var.services[each.value.service].port
  to_port                      = var.services[each.value.service].port
  ip_protocol                  = "tcp"
}
