# SPDX-License-Identifier: Apache-2.0
#
# The monitoring stack, with Docker: start-monitoring.ps1 [start|stop|status|logs] [part...]
# Without Docker, run start-monitoring.sh in WSL.
param(
    [ValidateSet('start', 'stop', 'status', 'logs')] [string] $Action = 'start',
    [Parameter(ValueFromRemainingArguments)] [string[]] $Parts = @()
)
docker info *> $null
if ($LASTEXITCODE -ne 0) {
    Write-Output 'There is no Docker engine. Start Docker Desktop, or run monitoring/start-monitoring.sh in WSL.'
    exit 1
}

$compose = @('compose')
$settings = Join-Path $PSScriptRoot '../.env.monitoring'
if (Test-Path $settings) {
    $compose += '--env-file', $settings
    $env:COLLECTOR_OVERLAY =
        if (Select-String -Path $settings -Pattern '^GRAFANA_CLOUD_OTLP_ENDPOINT=.+') { 'otel-collector-cloud.yml' }
        elseif (Select-String -Path $settings -Pattern '^GRAFANA_CLOUD_PROMETHEUS_URL=.+') { 'otel-collector-cloud-classic.yml' }
        else { 'otel-collector-config.yml' }
}
$compose += '-f', (Join-Path $PSScriptRoot '../docker-compose.monitoring.yml')
switch ($Action) {
    'start' { docker @compose up -d --wait @Parts }
    'stop' { docker @compose stop @Parts }
    'status' { docker @compose ps @Parts }
    'logs' { docker @compose logs --tail 50 @Parts }
}
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
if ($Action -eq 'start') {
    Write-Output 'Grafana http://localhost:3000 - Jaeger http://localhost:16686 - Prometheus http://localhost:9090'
}
