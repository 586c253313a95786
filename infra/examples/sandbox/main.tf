# SPDX-License-Identifier: Apache-2.0
#
# Everything from an empty account on: a network, repositories, a load balancer, the three sample services and their telemetry.
# To try, and to remove again: docs/aws.md. The load balancer answers to the given addresses only, without TLS.

terraform {
  required_version = ">= 1.11"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }
}

provider "aws" {
  default_tags {
    tags = { project = local.name }
  }
}

locals {
  name = "ai-teams-dev"
  ports = {
    api-gateway     = 8080
    workflow-agent  = 8081
    workflow-engine = 8082
  }
}

# --- network: public subnets for the balancer, private ones for the tasks, one way out -------------------------------------------

data "aws_availability_zones" "this" {
  state = "available"
}

resource "aws_vpc" "this" {
  cidr_block           = "10.20.0.0/16"
  enable_dns_hostnames = true
  tags                 = { Name = local.name }
}

resource "aws_subnet" "public" {
  count             = 2
  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 8, count.index)
  availability_zone = data.aws_availability_zones.this.names[count.index]
  tags              = { Name = "${local.name}-public-${count.index}" }
}

resource "aws_subnet" "private" {
  count             = 2
  vpc_id            = aws_vpc.this.id
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 8, 10 + count.index)
  availability_zone = data.aws_availability_zones.this.names[count.index]
  tags              = { Name = "${local.name}-private-${count.index}" }
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_eip" "nat" {
  domain = "vpc"
}

resource "aws_nat_gateway" "this" { # one, though there are two zones: this is a sandbox
  allocation_id = aws_eip.nat.id
  subnet_id     = aws_subnet.public[0].id
  depends_on    = [aws_internet_gateway.this]
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.this.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.this.id
  }
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.this.id
  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.this.id
  }
}

resource "aws_route_table_association" "public" {
  count          = 2
  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table_association" "private" {
  count          = 2
  subnet_id      = aws_subnet.private[count.index].id
  route_table_id = aws_route_table.private.id
}

# --- images -----------------------------------------------------------------------------------------------------------------------

resource "aws_ecr_repository" "this" {
  for_each             = local.ports
  name                 = "ai-teams/${each.key}"
  image_tag_mutability = "IMMUTABLE"
  force_delete         = true # a sandbox goes away with its images
  image_scanning_configuration {
    scan_on_push = true
  }
}

# --- load balancer ------------------------------------------------------------------------------------------------------------------

resource "aws_security_group" "balancer" {
  name        = "${local.name}-balancer"
  description = "HTTP from the given addresses"
  vpc_id      = aws_vpc.this.id
}

resource "aws_vpc_security_group_ingress_rule" "balancer" {
  for_each          = toset(var.allowed_cidrs)
  security_group_id = aws_security_group.balancer.id
  cidr_ipv4         = each.value
  from_port         = 80
  to_port           = 80
  ip_protocol       = "tcp"
}

resource "aws_vpc_security_group_egress_rule" "balancer" {
  security_group_id = aws_security_group.balancer.id
  cidr_ipv4         = aws_vpc.this.cidr_block
  from_port         = local.ports.api-gateway
  to_port           = local.ports.api-gateway
  ip_protocol       = "tcp"
}

resource "aws_lb" "this" {
  name                       = local.name
  load_balancer_type         = "application"
  security_groups            = [aws_security_group.balancer.id]
  subnets                    = aws_route_table_association.public[*].subnet_id # once they have a way out
  drop_invalid_header_fields = true
  idle_timeout               = 120 # a model may take as long
}

resource "aws_lb_target_group" "gateway" {
  name                 = "${local.name}-gateway"
  port                 = local.ports.api-gateway
  protocol             = "HTTP"
  target_type          = "ip"
  vpc_id               = aws_vpc.this.id
  deregistration_delay = 15
  health_check {
    path = "/health"
  }
}

resource "aws_lb_listener" "this" {
  load_balancer_arn = aws_lb.this.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.gateway.arn
  }
}

# --- services and their telemetry -----------------------------------------------------------------------------------------------------

module "telemetry" {
  source = "../.."

  environment                 = "dev"
  cpu_architecture            = var.cpu_architecture
  vpc_id                      = aws_vpc.this.id
  private_subnet_ids          = aws_route_table_association.private[*].subnet_id # once they have a way out
  grafana_cloud_otlp_endpoint = var.grafana_cloud_otlp_endpoint
  grafana_cloud_instance_id   = var.grafana_cloud_instance_id
  grafana_cloud_api_key       = var.grafana_cloud_api_key
  collector_image             = var.collector_image
  probe_image                 = var.probe_image
  log_retention_days          = 7
  services = {
    for name, digest in var.digests : name => {
      image = "${aws_ecr_repository.this[name].repository_url}@${digest}"
      port  = local.ports[name]
      count = 1
      callers = {
        api-gateway     = []
        workflow-agent  = ["api-gateway"]
        workflow-engine = ["api-gateway", "workflow-agent"]
      }[name]
      caller_groups    = name == "api-gateway" ? [aws_security_group.balancer.id] : []
      target_group_arn = name == "api-gateway" ? aws_lb_listener.this.default_action[0].target_group_arn : null # once it has a balancer
      silence_minutes  = 0                                                                                      # nobody calls a sandbox all day
      environment = {
        api-gateway = {
          SPRING_HTTP_SERVICECLIENT_AGENT_BASEURL  = "http://workflow-agent:8081"
          SPRING_HTTP_SERVICECLIENT_ENGINE_BASEURL = "http://workflow-engine:8082"
        }
        workflow-agent  = { SPRING_HTTP_SERVICECLIENT_ENGINE_BASEURL = "http://workflow-engine:8082" }
        workflow-engine = {}
      }[name]
    }
  }
}
