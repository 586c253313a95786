# SPDX-License-Identifier: Apache-2.0
#
# What tests of the root have in common; each may set its own

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
