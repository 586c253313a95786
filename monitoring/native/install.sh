#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Builds the pinned monitoring binaries from source through the Go module proxy.
#   install.sh TARGET_DIR [name...]      names: otelcol jaeger prometheus alertmanager loki (default: these), compose
# Nothing needs compose but check.sh, to read docker-compose.monitoring.yml where there is no Docker.
# A binary is kept when it is there and its stamp equals the recipe. Needs Go >= 1.26.5. Cold on 2 cores: ~13 min.
set -euo pipefail
target=$(mkdir -p "${1:?usage: install.sh TARGET_DIR [name...]}" && cd "$1" && pwd); shift
manifest=$(cd "$(dirname "$0")/../collector" && pwd)/builder.yml
want=" ${*:-otelcol jaeger prometheus alertmanager loki} "

OTELCOL=0.158.0        # = dist.version in ../collector/builder.yml; 0.159.0 misses modules in the proxy
JAEGER=2.13.0          # module version v1.76.0, the last tag that is valid for a path without /v2
PROMETHEUS=3.14.0      # module version v0.314.0
ALERTMANAGER=0.34.0
LOKI=3.7.6
COMPOSE=2.40.3

export GOWORK=off GOTOOLCHAIN=local CGO_ENABLED=0 GOFLAGS=-buildvcs=false
# A module that some mirrors of the checksum database do not know
export GONOSUMDB=${GONOSUMDB:-github.com/open-telemetry/opentelemetry-collector-contrib/extension/sigv4authextension}
work=$(mktemp -d "${TMPDIR:-/tmp}/monitoring-build.XXXXXX")
trap 'rm -rf "$work"' EXIT
log=$work/log
common=github.com/prometheus/common/version.Version

# source MODULE@VERSION: writable copy of the module, so that it is the main module and its OWN replace
# directives and go.sum hold ("go install module@version" refuses replace directives).
source_of() {
  local dir
  dir=$(cd / && go mod download -json "$1" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p')
  [ -n "$dir" ] || { echo "no source for $1" >&2; return 1; }
  cp -r "$dir" "$work/src" && chmod -R u+w "$work/src" && cd "$work/src"
}

# compile BINARY PACKAGE VERSION_SYMBOL=VALUE [go build flags...]
compile() {
  local out=$1 pkg=$2 symbol=$3; shift 3
  go build -trimpath -ldflags "-s -w -X $symbol" "$@" -o "$target/$out" "$pkg"
}

build_otelcol() {
  cd "$work" && GOBIN=$work go install "go.opentelemetry.io/collector/cmd/builder@v$OTELCOL"
  ./builder --config="$manifest" && cp _build/otelcol-telemetry "$target/"
}
build_jaeger() {       # the UI is a git submodule, which the module lacks; the query API is whole
  source_of github.com/jaegertracing/jaeger@v1.76.0
  compile jaeger ./cmd/jaeger github.com/jaegertracing/jaeger/internal/version.latestVersion="v$JAEGER"
}
build_prometheus() {   # no UI without pnpm and -tags builtinassets; static, file and http discovery stay
  source_of "github.com/prometheus/prometheus@v0.${PROMETHEUS/./}"   # 3.14.0 -> v0.314.0
  compile prometheus ./cmd/prometheus "$common=$PROMETHEUS" -tags remove_all_sd
  compile promtool ./cmd/promtool "$common=$PROMETHEUS" -tags remove_all_sd
}
build_alertmanager() { # ui/web.go embeds app/dist, which the module does not contain: a stub page
  source_of "github.com/prometheus/alertmanager@v$ALERTMANAGER"
  mkdir -p ui/app/dist && echo 'UI not built; the API is under /api/v2' > ui/app/dist/index.html
  compile alertmanager ./cmd/alertmanager "$common=$ALERTMANAGER"
  compile amtool ./cmd/amtool "$common=$ALERTMANAGER"
}
build_loki() {         # ./pkg/push is a nested module and not in the zip: take the published one
  source_of "github.com/grafana/loki/v3@v$LOKI"
  go mod edit -dropreplace=github.com/grafana/loki/pkg/push
  compile loki ./cmd/loki "github.com/grafana/loki/v3/pkg/util/build.Version=$LOKI" -mod=mod
}

build_compose() {
  source_of "github.com/docker/compose/v2@v$COMPOSE"
  compile docker-compose ./cmd "github.com/docker/compose/v2/internal.Version=v$COMPOSE"
}

# install NAME VERSION BINARY...
install() {
  local name=$1 version=$2 binary stamp start=$SECONDS have=yes; shift 2
  case $want in *" $name "*) ;; *) return 0 ;; esac
  stamp="$version $({ declare -f "build_$name" source_of compile; [ "$name" != otelcol ] || cat "$manifest"; } | sha256sum | cut -c1-12)"
  for binary; do [ -x "$target/$binary" ] || have=no; done
  if [ $have = yes ] && [ "$(cat "$target/.$name.stamp" 2>/dev/null)" = "$stamp" ]; then
    printf '%-13s %-8s kept\n' "$name" "$version"; return 0
  fi
  rm -rf "$work/src" "$target/.$name.stamp"
  (set -e; "build_$name") >"$log" 2>&1 &
  wait $! || { tail -n 25 "$log" >&2; echo "$name $version: build failed after $((SECONDS - start)) s" >&2; exit 1; }
  for binary; do
    "$target/$binary" --version 2>&1 | grep -F "$version" >"$log" || { echo "$binary does not report $version" >&2; exit 1; }
  done
  echo "$stamp" >"$target/.$name.stamp"
  printf '%-13s %-8s built in %d s\n' "$name" "$version" $((SECONDS - start))
}

install otelcol "$OTELCOL" otelcol-telemetry
install jaeger "$JAEGER" jaeger
install prometheus "$PROMETHEUS" prometheus promtool
install alertmanager "$ALERTMANAGER" alertmanager amtool
install loki "$LOKI" loki
install compose "$COMPOSE" docker-compose
