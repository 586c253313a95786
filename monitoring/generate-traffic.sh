#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Sends requests of every kind to the sample services, for a look at the dashboards: generate-traffic.sh [seconds, default 60]
# Sessions, onboardings, workflows that succeed or fail, calls of the language model, requests without a key.
# MIX=healthy leaves out whatever fails.
set -uo pipefail
gateway=${GATEWAY_URL:-http://localhost:8080} key=${API_KEY:-demo-key} seconds=${1:-60}
end=$((SECONDS + seconds))
sent=0

ask() { sent=$((sent + 1)); curl -sS --max-time 20 -H "X-API-Key: $key" -H 'Content-Type: application/json' "$@" 2>/dev/null; }

workflow() { # description, type, session
  ask "$gateway/api/v1/workflows" -d "{\"description\": \"$1\", \"type\": \"$2\", \"sessionId\": \"$3\"}" | grep -o '"id":"[^"]*"' | head -1 | cut -d'"' -f4
}

while [ $SECONDS -lt $end ]; do
  user=user_$((RANDOM % 50))
  segment=$([ $((RANDOM % 3)) = 0 ] && echo premium || echo free)
  session=$(ask "$gateway/api/v1/sessions" -d "{\"userId\": \"$user\", \"segment\": \"$segment\"}" | grep -o '"id":"[^"]*"' | head -1 | cut -d'"' -f4)
  ask -o /dev/null "$gateway/api/v1/sessions/$session"
  id=$(workflow 'Write a report' ai-assisted "$session")
  ask -o /dev/null "$gateway/api/v1/workflows/$id"
  workflow 'Count the pages' simple "$session" >/dev/null
  workflow 'Compare three offers' complex "$session" >/dev/null
  [ "${MIX:-all}" != healthy ] || continue
  case $((RANDOM % 5)) in
    0) workflow 'an impossible thing' simple "$session" >/dev/null ;;   # 500, from the engine
    1) ask -o /dev/null "$gateway/api/v1/workflows" -d '{}' ;;           # 400
    2) ask -o /dev/null "$gateway/api/v1/sessions/nobody" ;;             # 404
    3) sent=$((sent + 1)); curl -s -o /dev/null "$gateway/api/v1/sessions/x" ;; # 401
  esac
done
echo "$sent requests in $seconds s"
