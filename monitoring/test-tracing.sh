#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Sends one request through the three sample services, and looks for its tracking id in Jaeger, Loki, the row and Prometheus.
# Prints the seconds from the request to each; ends with 0 if it was found everywhere within 30 seconds.
# GATEWAY_URL, JAEGER_URL, LOKI_URL, PROMETHEUS_URL, API_KEY, LIMIT (seconds) change what is asked.
set -uo pipefail
gateway=${GATEWAY_URL:-http://localhost:8080} jaeger=${JAEGER_URL:-http://localhost:16686}
loki=${LOKI_URL:-http://localhost:3100} prometheus=${PROMETHEUS_URL:-http://localhost:9090}
key=${API_KEY:-demo-key} limit=${LIMIT:-30}
headers=$(mktemp)
trap 'rm -f "$headers"' EXIT

ask() { curl -fsS --max-time 5 "$@" 2>/dev/null; }

send() { # -> id, workflow, begun
  local body
  begun=$(date +%s.%N)
  body=$(ask -D "$headers" "$gateway/api/v1/workflows" -H "X-API-Key: $key" -H 'Content-Type: application/json' \
    -d '{"description": "Trace me", "type": "ai-assisted"}') || { echo "The gateway does not answer at $gateway" >&2; exit 1; }
  id=$(tr -d '\r' <"$headers" | sed -n 's/^X-Tracking-ID: //Ip')
  workflow=$(grep -o '"id":"[^"]*"' <<<"$body" | head -1 | cut -d'"' -f4)
  [ -n "$id" ] || { echo 'The answer has no X-Tracking-ID' >&2; exit 1; }
}

in_jaeger() { # all three services, in one trace
  local trace
  trace=$(ask "$jaeger/api/traces/$id") || return 1
  for service in api-gateway workflow-agent workflow-engine; do
    grep -q "\"serviceName\":\"$service\"" <<<"$trace" || return 1
  done
}

in_loki() { # a line of each service
  local lines
  lines=$(ask -G "$loki/loki/api/v1/query_range" --data-urlencode "query={service_name=~\".+\"} | trace_id=\"$id\"") || return 1
  for service in api-gateway workflow-agent workflow-engine; do
    grep -q "\"service_name\":\"$service\"" <<<"$lines" || return 1
  done
}

in_row() { # the engine reads it from its database
  ask "$gateway/api/v1/workflows/$workflow" -H "X-API-Key: $key" | grep -q "\"trackingId\":\"$id\""
}

in_prometheus() { # an exemplar; the client library takes one in a while, so that the next request may be it
  ask -G "$prometheus/api/v1/query_exemplars" --data-urlencode 'query=request_duration_seconds_bucket' \
    --data-urlencode "start=${begun%.*}" --data-urlencode "end=$(date -d '+10 seconds' +%s 2>/dev/null || date -v+10S +%s)" | grep -q "\"$id\""
}

find_id() { # name, where
  local now
  while :; do
    now=$(date +%s.%N)
    if "$2"; then
      printf '%-11s %5.1f s\n' "$1" "$(awk "BEGIN { print $now - $begun }")"
      return 0
    fi
    awk "BEGIN { exit !($now - $begun > $limit) }" && { printf '%-11s not within %s s\n' "$1" "$limit"; return 1; }
    sleep 0.2
  done
}

send
echo "tracking id $id"
failed=0
find_id Jaeger in_jaeger || failed=1
find_id Loki in_loki || failed=1
find_id row in_row || failed=1
for attempt in 1 2 3; do
  find_id Prometheus in_prometheus && exit $failed
  [ $attempt = 3 ] || { send; echo "tracking id $id, another request"; }
done
exit 1
