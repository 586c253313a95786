#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Tests all that is here without an account: test.sh
# With a double of AWS on loopback, the collector and a packaged sample service as well: test.sh --apply
# TF_PLUGIN_DIR: a directory with the provider, where it cannot be downloaded. MONITORING_BIN: where native/install.sh has put the collector.
set -euo pipefail
cd "$(dirname "$0")"
[ -f "${TF_CLI_CONFIG_FILE:-}" ] || unset TF_CLI_CONFIG_FILE # Terraform complains of a file that is not there
export CHECKPOINT_DISABLE=1 TF_IN_AUTOMATION=1 AWS_REGION=eu-central-1
command -v terraform >/dev/null || { echo 'Terraform 1.11 or newer is missing: https://developer.hashicorp.com/terraform/install' >&2; exit 2; }

step() { printf '\n-- %s (%ss)\n' "$1" "$SECONDS"; }

plugins() { # the first directory that has the provider
  local directory
  for directory in "${TF_PLUGIN_DIR:-}" "${TF_PLUGIN_CACHE_DIR:-}" ~/.terraform.d/plugins /usr/local/share/terraform/plugins /opt/*; do
    if [ -n "$directory" ] && [ -d "$directory/registry.terraform.io/hashicorp/aws" ]; then
      echo "-plugin-dir=$directory"
      return
    fi
  done
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r . "$work/infra" # so that nothing is left behind here
mkdir "$work/monitoring"
cp ../monitoring/otel-collector-ecs*.yml "$work/monitoring"
cd "$work/infra"
mapfile -t init < <(plugins)

step 'terraform fmt'
terraform fmt -check -diff -recursive
for module in . modules/service examples/sandbox; do
  step "terraform init, validate: $module"
  terraform -chdir="$module" init -backend=false -input=false "${init[@]}" >"$work/init" || { cat "$work/init"; exit 1; }
  terraform -chdir="$module" validate
done
for module in . modules/service; do
  step "terraform test: $module"
  terraform -chdir="$module" test -no-color
done
for environment in dev prod; do
  step "terraform test: environments/$environment.tfvars"
  terraform test -no-color -test-directory=tests/environments -filter="tests/environments/$environment.tftest.hcl" \
    -var-file=tests/tests.auto.tfvars -var-file="environments/$environment.tfvars"
done
if command -v tflint >/dev/null; then
  step 'tflint'
  tflint --recursive --config="$PWD/.tflint.hcl"
else
  echo 'tflint: not run, it is not here: go install github.com/terraform-linters/tflint@v0.64.0'
  [ "${REQUIRE_TFLINT:-}" != true ]
fi
if [ "${1:-}" = --apply ]; then
  step 'apply, plan, destroy against a double of AWS; collector and service by what was planned'
  cd "$OLDPWD"
  python3 tests/apply.py "$work/infra"
fi
step 'Done'
