# SPDX-License-Identifier: Apache-2.0

locals {
  full_name = "${var.prefix}-${var.name}"
  # Fargate mounts an empty volume as root's, unless the image says VOLUME: then it takes over the image's owner and rights
  scratch = var.read_only_root_filesystem ? { tmp = "/tmp" } : {}
}

data "aws_region" "current" {}

# --- network --------------------------------------------------------------------------------------------------------------------

resource "aws_security_group" "this" {
  name        = local.full_name
  description = "Calls from named groups; it may call whom it needs"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_egress_rule" "all" {
  security_group_id = aws_security_group.this.id
  description       = "Other services, databases, the collector"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}

# --- task -----------------------------------------------------------------------------------------------------------------------

resource "aws_ecs_task_definition" "this" {
  family                   = local.full_name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = var.cpu_architecture
  }

  dynamic "volume" {
    for_each = local.scratch
    content {
      name = volume.key
    }
  }

  container_definitions = jsonencode([{
    name                   = var.name
    image                  = var.image
    essential              = true
    readonlyRootFilesystem = var.read_only_root_filesystem
    stopTimeout            = 30 # requests end within 15 s, then telemetry leaves within 10 s
    linuxParameters        = { initProcessEnabled = true }
    mountPoints            = [for name, path in local.scratch : { sourceVolume = name, containerPath = path, readOnly = false }]
    portMappings           = [{ name = "http", containerPort = var.port, hostPort = var.port, protocol = "tcp", appProtocol = "http" }]
    environment = [for name, value in merge({
      SERVER_PORT                              = tostring(var.port)
      SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE = "15s"
    }, var.environment, { OTEL_SERVICE_NAME = var.name }) : { name = name, value = value }]
    secrets = [for name, arn in var.secrets : { name = name, valueFrom = arn }]
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.this.name
        awslogs-region        = data.aws_region.current.name
        awslogs-stream-prefix = "task"
        mode                  = "non-blocking" # a log service that is slow stops no request
        max-buffer-size       = "25m"
      }
    }
  }])
}

resource "aws_ecs_service" "this" {
  name                               = local.full_name
  cluster                            = var.cluster_name
  task_definition                    = aws_ecs_task_definition.this.arn
  desired_count                      = var.desired_count
  launch_type                        = "FARGATE"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  availability_zone_rebalancing      = "ENABLED"
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"
  health_check_grace_period_seconds  = var.target_group_arn == null ? null : 60

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets          = var.subnet_ids
    security_groups  = [aws_security_group.this.id]
    assign_public_ip = false
  }

  service_connect_configuration {
    enabled   = true
    namespace = var.namespace_arn
    service {
      port_name      = "http"
      discovery_name = var.name
      client_alias {
        dns_name = var.name
        port     = var.port
      }
      timeout { # 15 s if nothing is said: a model takes longer
        per_request_timeout_seconds = var.request_timeout_seconds
      }
    }
  }

  dynamic "load_balancer" {
    for_each = var.target_group_arn[*]
    content {
      target_group_arn = load_balancer.value
      container_name   = var.name
      container_port   = var.port
    }
  }

  depends_on = [aws_iam_role_policy.execution] # or the first task may not read its secrets
}
