#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Checks everything here with the programs that will read it: check.sh
# With the stack and the sample services running, also asks for the data of every panel and every rule: check.sh --live
# MONITORING_BIN: where native/install.sh has put the programs.
set -euo pipefail
cd "$(dirname "$0")"
bin=${MONITORING_BIN:-${XDG_CACHE_HOME:-$HOME/.cache}/telemetry-starter/monitoring}

step() { printf '%s\n' "$*"; }

collector() { step "otelcol validate $*"; "$bin/otelcol-telemetry" validate "${@/#/--config=}"; }

prometheus_links() { # where relative paths count from
  mkdir -p "$1"
  ln -sfn "$PWD/prometheus.yml" "$1/prometheus.yml"
  ln -sfn "$PWD/rules" "$1/rules"
  ln -sfn "$PWD/alerts" "$1/alerts"
  ln -sfn "$PWD/targets/native.yml" "$1/targets.yml"
}

compose() { # the plugin, or the program that native/install.sh builds, which needs no engine for this
  local program=(docker compose)
  "${program[@]}" version >/dev/null 2>&1 || program=("$bin/docker-compose")
  if "${program[@]}" version >/dev/null 2>&1; then
    step 'docker compose config'
    "${program[@]}" -f ../docker-compose.monitoring.yml config -q
  else
    step "docker compose config: not run; native/install.sh $bin compose builds it"
    [ "${REQUIRE_COMPOSE:-}" != true ]
  fi
}

at_rest() {
  local work
  work=$(mktemp -d)
  trap 'rm -rf "$work"' RETURN
  export OTELCOL_QUEUE_DIR=$work/queue GRAFANA_CLOUD_API_KEY=none GRAFANA_CLOUD_INSTANCE_ID=1 GRAFANA_CLOUD_TENANT_ID=1
  export GRAFANA_CLOUD_LOKI_TENANT_ID=2 GRAFANA_CLOUD_OTLP_ENDPOINT=http://localhost:9/otlp
  export GRAFANA_CLOUD_PROMETHEUS_URL=http://localhost:9/push GRAFANA_CLOUD_LOKI_URL=http://localhost:9
  collector otel-collector-config.yml
  collector otel-collector-config.yml otel-collector-cloud.yml
  collector otel-collector-config.yml otel-collector-cloud-classic.yml
  collector otel-collector-config.yml otel-collector-cloud.yml otel-collector-gateway-tier1.yml
  collector otel-collector-config.yml otel-collector-cloud.yml otel-collector-gateway-tier2.yml
  collector otel-collector-ecs.yml
  AWS_REGION=eu-central-1 AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none collector otel-collector-ecs.yml otel-collector-ecs-xray.yml
  step 'jaeger validate'
  "$bin/jaeger" validate --config=jaeger.yml
  step 'loki -verify-config'
  LOKI_DIR=$work/loki "$bin/loki" -verify-config -config.expand-env=true -config.file=loki.yml 2>&1 | grep -q 'config is valid'
  step 'amtool check-config'
  "$bin/amtool" check-config alertmanager.yml >/dev/null
  step 'promtool check config, rules of it'
  prometheus_links "$work/prometheus"
  "$bin/promtool" check config "$work/prometheus/prometheus.yml" | tee "$work/promtool" | grep -c 'rules found' >/dev/null
  [ "$(grep -c 'rules found' "$work/promtool")" = "$(find rules alerts -name '*.yml' | wc -l)" ] || { cat "$work/promtool"; exit 1; }
  step 'promtool test rules'
  "$bin/promtool" test rules tests/*.test.yml
  compose
}

case ${1:-} in
  '') at_rest; step 'all is well' ;;
  --live) exec python3 panels.py ;;
  *) sed -n '4,6s/^# *//p' "$0" >&2; exit 2 ;;
esac
