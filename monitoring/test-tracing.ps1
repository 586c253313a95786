# SPDX-License-Identifier: Apache-2.0
#
# Sends one request through the three sample services, and looks for its tracking id in Jaeger, Loki, the row and Prometheus.
# Prints the seconds from the request to each; ends with 0 if it was found everywhere within the limit.
param(
    [string] $Gateway = 'http://localhost:8080',
    [string] $Jaeger = 'http://localhost:16686',
    [string] $Loki = 'http://localhost:3100',
    [string] $Prometheus = 'http://localhost:9090',
    [string] $ApiKey = 'demo-key',
    [int] $Limit = 30
)
$ErrorActionPreference = 'Stop'
$services = 'api-gateway', 'workflow-agent', 'workflow-engine'
$headers = @{ 'X-API-Key' = $ApiKey }

function Send-Request {
    $script:begun = Get-Date
    $body = @{ description = 'Trace me'; type = 'ai-assisted' } | ConvertTo-Json
    $answer = Invoke-WebRequest -UseBasicParsing -Method Post -Uri "$Gateway/api/v1/workflows" -Headers $headers `
        -ContentType 'application/json' -Body $body
    $script:id = @($answer.Headers['X-Tracking-ID'])[0]
    $script:workflow = ($answer.Content | ConvertFrom-Json).id
    if (-not $script:id) { throw 'The answer has no X-Tracking-ID' }
}

function Get-Text([string] $Uri, [hashtable] $With = @{}) {
    try { (Invoke-WebRequest -UseBasicParsing -Uri $Uri -Headers $With -TimeoutSec 5).Content } catch { '' }
}

function Find-Id([string] $Name, [scriptblock] $Where) {
    while ($true) {
        $seconds = ((Get-Date) - $script:begun).TotalSeconds
        if (& $Where) { '{0,-11} {1,5:n1} s' -f $Name, $seconds | Write-Host; return $true }
        if ($seconds -gt $Limit) { '{0,-11} not within {1} s' -f $Name, $Limit | Write-Host; return $false }
        Start-Sleep -Milliseconds 200
    }
}

function Test-All([string] $Text, [string] $Key) {
    -not ($services | Where-Object { -not $Text.Contains("`"$Key`":`"$_`"") })
}

Send-Request
Write-Host "tracking id $id"
$found = Find-Id 'Jaeger' { Test-All (Get-Text "$Jaeger/api/traces/$id") 'serviceName' }
$query = [uri]::EscapeDataString("{service_name=~`".+`"} | trace_id=`"$id`"")
$found = (Find-Id 'Loki' { Test-All (Get-Text "$Loki/loki/api/v1/query_range?query=$query") 'service_name' }) -and $found
$found = (Find-Id 'row' { (Get-Text "$Gateway/api/v1/workflows/$workflow" $headers).Contains("`"trackingId`":`"$id`"") }) -and $found

$exemplar = $false
foreach ($attempt in 1..3) {
    $start = [DateTimeOffset]::new($begun).ToUnixTimeSeconds()
    $exemplar = Find-Id 'Prometheus' {
        $end = [DateTimeOffset]::Now.ToUnixTimeSeconds() + 10
        (Get-Text "$Prometheus/api/v1/query_exemplars?query=request_duration_seconds_bucket&start=$start&end=$end").Contains("`"$id`"")
    }
    if ($exemplar -or $attempt -eq 3) { break }
    Send-Request
    Write-Host "tracking id $id, another request"
}
exit [int](-not ($found -and $exemplar))
