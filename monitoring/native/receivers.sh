#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Writes the configuration of Alertmanager for the webhooks that there are: receivers.sh alertmanager.yml DIRECTORY
# A receiver without an address keeps quiet. Addresses hold tokens: only their owner may read them.
set -eu
umask 077
mkdir -p "$2/secrets"
cp "$1" "$2/alertmanager.yml"
receiver() { # name, directory, address, file
  if [ -n "$3" ]; then
    printf '%s' "$3" >"$2/secrets/$4"
  else
    sed -i "/name: $1\$/,/send_resolved/{/webhook_configs/,/send_resolved/d}" "$2/alertmanager.yml"
  fi
}
receiver irm "$2" "${IRM_WEBHOOK_URL:-}" irm_webhook_url
receiver dead-mans-switch "$2" "${DEAD_MANS_SWITCH_URL:-}" dead_mans_switch_url
