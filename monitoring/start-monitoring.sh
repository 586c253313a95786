#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# The monitoring stack: with Docker where there is an engine, else with binaries built once from source.
#   start-monitoring.sh [start|stop|status|logs] [part...]
# MONITORING_MODE=docker|native decides instead.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
action=${1:-start}
shift || true
mode=${MONITORING_MODE:-}
if [ -z "$mode" ]; then
  if docker info >/dev/null 2>&1; then mode=docker; else mode=native; fi
fi

case $mode in
  docker)
    compose=(docker compose)
    if [ -f "$here/../.env.monitoring" ]; then
      compose+=(--env-file "$here/../.env.monitoring")
      COLLECTOR_OVERLAY=$(set -a && . "$here/../.env.monitoring" && "$here/native/overlay.sh")
      export COLLECTOR_OVERLAY
    fi
    compose+=(-f "$here/../docker-compose.monitoring.yml")
    case $action in
      start) "${compose[@]}" up -d --wait "$@" ;;
      stop) "${compose[@]}" stop "$@" ;;
      status) "${compose[@]}" ps "$@" ;;
      logs) "${compose[@]}" logs --tail 50 "$@" ;;
      *) sed -n '4,6s/^# *//p' "$0" >&2; exit 2 ;;
    esac ;;
  native)
    [ "$action" != start ] || "$here/native/install.sh" "${MONITORING_BIN:-${XDG_CACHE_HOME:-$HOME/.cache}/telemetry-starter/monitoring}"
    "$here/native/stack.sh" "$action" "$@" ;;
  *) echo "MONITORING_MODE is \"$mode\"; expected docker or native" >&2; exit 2 ;;
esac
if [ "$action" = start ]; then
  echo 'Jaeger http://localhost:16686 · Prometheus http://localhost:9090 · Alertmanager http://localhost:9093 · Loki http://localhost:3100'
  [ $mode = native ] || echo 'Grafana http://localhost:3000'
fi
