#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Runs the monitoring stack on 127.0.0.1 without Docker, with the configurations that Docker uses.
#   stack.sh start|stop|kill|status|logs [name...]     names: jaeger loki alertmanager collector prometheus (default: all)
# MONITORING_BIN: where install.sh has put the binaries; MONITORING_DATA: queues, databases, logs and process ids.
set -euo pipefail
[ "$(uname)" = Linux ] || { echo 'Without Docker the stack runs on Linux only' >&2; exit 2; }
here=$(cd "$(dirname "$0")/.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/telemetry-starter
bin=${MONITORING_BIN:-$cache/monitoring}
data=${MONITORING_DATA:-$cache/monitoring-data}
names="jaeger loki alertmanager collector prometheus"
action=${1:-status}
shift || true
[ $# -eq 0 ] || names=$*
mkdir -p "$data"/{pids,logs,collector/queue,loki,prometheus/tsdb,alertmanager/secrets}

if [ -f "$here/../.env.monitoring" ]; then # an empty value would stop the collector: such variables are left out
  while IFS= read -r line; do export "${line%%=*}=${line#*=}"; done < <(grep -E '^[A-Z_]+=.+' "$here/../.env.monitoring")
fi
export ENVIRONMENT=${ENVIRONMENT:-dev}
export OTELCOL_LISTEN_HOST=127.0.0.1 OTELCOL_QUEUE_DIR=$data/collector/queue
export JAEGER_OTLP_ENDPOINT=http://127.0.0.1:14318 LOKI_OTLP_ENDPOINT=http://127.0.0.1:3100/otlp
export JAEGER_LISTEN_HOST=127.0.0.1 JAEGER_OTLP_GRPC_PORT=14317 JAEGER_OTLP_HTTP_PORT=14318
export JAEGER_METRICS_PORT=18888 JAEGER_HEALTH_PORT=23133
export LOKI_LISTEN_HOST=127.0.0.1 LOKI_DIR=$data/loki


command_of() { # name -> run, ready
  case $1 in
    collector)
      overlay=$("$here/native/overlay.sh")
      run=(env GOMEMLIMIT=546MiB "$bin/otelcol-telemetry" "--config=$here/otel-collector-config.yml" "--config=$here/$overlay")
      ready=13133/ ;;
    jaeger) run=("$bin/jaeger" "--config=$here/jaeger.yml") ready=23133/status ;;
    loki) run=("$bin/loki" -config.expand-env=true "-config.file=$here/loki.yml") ready=3100/ready ;;
    alertmanager)
      "$here/native/receivers.sh" "$here/alertmanager.yml" "$data/alertmanager"
      run=("$bin/alertmanager" "--config.file=$data/alertmanager/alertmanager.yml" "--storage.path=$data/alertmanager"
        --web.listen-address=127.0.0.1:9093 --cluster.listen-address=) ready=9093/-/ready ;;
    prometheus) # relative paths count from where the configuration is said to be
      ln -sfn "$here/prometheus.yml" "$data/prometheus/prometheus.yml"
      ln -sfn "$here/rules" "$data/prometheus/rules"
      ln -sfn "$here/alerts" "$data/prometheus/alerts"
      ln -sfn "$here/targets/native.yml" "$data/prometheus/targets.yml"
      run=("$bin/prometheus" "--config.file=$data/prometheus/prometheus.yml" "--storage.tsdb.path=$data/prometheus/tsdb"
        --storage.tsdb.retention.time=7d --enable-feature=exemplar-storage --web.enable-lifecycle
        --web.listen-address=127.0.0.1:9090) ready=9090/-/ready ;;
    *) echo "no such part: $1; there are: jaeger loki alertmanager collector prometheus" >&2; exit 2 ;;
  esac
}

pid_of() { # the process that we began, if it is still that one
  local pid
  pid=$(cat "$data/pids/$1" 2>/dev/null) || return 1
  grep -qF "$bin/" "/proc/$pid/cmdline" 2>/dev/null || return 1
  echo "$pid"
}

start() {
  local pid
  if pid=$(pid_of "$1"); then echo "$1 runs already ($pid)"; return; fi
  [ -x "${run[0]}" ] || [ "${run[0]}" = env ] || { echo "${run[0]} is missing: $here/native/install.sh builds it" >&2; exit 1; }
  if curl -fsS -o /dev/null --max-time 2 "http://127.0.0.1:$ready" 2>/dev/null; then
    echo "$1: something else answers at http://127.0.0.1:$ready" >&2
    exit 1
  fi
  mkdir -p "$data/$1"
  (cd "$data/$1" && exec setsid "${run[@]}" >>"$data/logs/$1.log" 2>&1 </dev/null) &
  echo $! >"$data/pids/$1"
}

await_start() {
  local begun=$SECONDS
  until curl -fsS -o /dev/null --max-time 2 "http://127.0.0.1:$ready" 2>/dev/null; do
    kill -0 "$(cat "$data/pids/$1")" 2>/dev/null || { tail -n 20 "$data/logs/$1.log" >&2; echo "$1 has ended" >&2; exit 1; }
    [ $((SECONDS - begun)) -lt 90 ] || { echo "$1 is not ready after 90 s: $data/logs/$1.log" >&2; exit 1; }
    sleep 0.2
  done
  echo "$1 is ready"
}

await_stop() {
  local begun=$SECONDS
  while pid_of "$1" >/dev/null; do
    [ $((SECONDS - begun)) -lt 60 ] || { kill -9 "$(pid_of "$1")"; break; }
    sleep 0.2
  done
  rm -f "$data/pids/$1"
  echo "$1 is stopped"
}

for name in $names; do
  command_of "$name"
  case $action in
    start) start "$name" ;;
    stop) if pid=$(pid_of "$name"); then kill "$pid"; fi ;;
    kill) if pid=$(pid_of "$name"); then kill -9 "$pid"; fi ;;
    status) if pid=$(pid_of "$name"); then echo "$name runs ($pid)"; else echo "$name is stopped"; fi ;;
    logs) tail -n 50 "$data/logs/$name.log" ;;
    *) sed -n '4,6s/^# *//p' "$0" >&2; exit 2 ;;
  esac
done
for name in $names; do
  command_of "$name"
  case $action in
    start) await_start "$name" ;;
    stop | kill) await_stop "$name" ;;
  esac
done
