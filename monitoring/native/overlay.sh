#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Says which configuration lies over that of the collector, by what is known of Grafana Cloud; without it, the same one again.
if [ -n "${GRAFANA_CLOUD_OTLP_ENDPOINT:-}" ]; then
  echo otel-collector-cloud.yml
elif [ -n "${GRAFANA_CLOUD_PROMETHEUS_URL:-}" ]; then
  echo otel-collector-cloud-classic.yml
else
  echo otel-collector-config.yml
fi
