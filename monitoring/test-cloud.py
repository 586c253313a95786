#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the collector with each configuration for Grafana Cloud, whose endpoints are played on loopback, and sends it a span, a
record and a data point.

Ends with 0 if each arrives at the path of its signal, with the credentials of that signal, and nothing arrives anywhere else; and
if of what is sent through both tiers of tail sampling, before a sampler is there, what fails, takes long or is business arrives,
masked, of the rest about a tenth, and metrics of all; and if, when one of two samplers ends, what is sent then arrives through the other.
Needs the ports of the collector free, and the collector itself (MONITORING_BIN: where native/install.sh has put it).
"""

import base64
import contextlib
import gzip
import hashlib
import http.server
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
BIN = pathlib.Path(os.environ.get("MONITORING_BIN") or
                   pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "telemetry-starter/monitoring")
TOKEN = "glc_a-token-of-nobody"
TRACE = "0af7651916cd43dd8448eb211c80319c"
METER = "quokka"  # no other text begins so: snappy leaves it in one piece
SECRET = "not-for-the-cloud"
SLOW, BUSINESS = "1af7651916cd43dd8448eb211c80319c", "2af7651916cd43dd8448eb211c80319c"
ORDINARY = [hashlib.md5(bytes([number])).hexdigest() for number in range(200)]  # as if by chance, but always the same
TIER1 = "127.0.0.2"
PATIENCE = 60


class Cloud(http.server.ThreadingHTTPServer):
    """Keeps what it is sent: path, credentials and body of each request."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Endpoint)
        self.requests, self.changed, self.answer = [], threading.Condition(), b""
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def __exit__(self, *error):
        self.shutdown()
        super().__exit__(*error)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"

    def has(self, path, content):
        return any(content in body for at, _, body in self.requests if at == path)

    def await_contents(self, expected, collector):
        return self.await_requests(lambda: all(self.has(path, content) for path, (_, content) in expected.items()), collector)

    def await_requests(self, enough, collector):
        end = time.monotonic() + PATIENCE
        with self.changed:
            while not enough():
                if time.monotonic() > end or collector.poll() is not None:
                    break
                self.changed.wait(0.5)
            return list(self.requests)


class Endpoint(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        with self.server.changed:
            self.server.requests.append((self.path, self.headers.get("Authorization"), body))
            self.server.changed.notify_all()
        self.send_response(200)
        self.send_header("Content-Length", str(len(self.server.answer)))
        self.end_headers()
        self.wfile.write(self.server.answer)

    def log_message(self, *arguments):
        """Not asked for."""


def basic(user):
    return "Basic " + base64.b64encode(f"{user}:{TOKEN}".encode()).decode()


def send(signal, payload, host="127.0.0.1"):
    request = urllib.request.Request(f"http://{host}:4318/v1/{signal}", json.dumps(payload).encode(), {"Content-Type": "application/json"})
    urllib.request.urlopen(request, timeout=10).read()


def span_of(trace, **more):
    now = str(time.time_ns())
    return {"traceId": trace, "spanId": "b7ad6b7169203331", "name": "GET", "kind": 2, "startTimeUnixNano": now, "endTimeUnixNano": now, **more}


def send_all(spans, host="127.0.0.1"):
    now = str(time.time_ns())
    resource = {"attributes": [{"key": "service.name", "value": {"stringValue": "cloud-test"}}]}
    record = {"timeUnixNano": now, "traceId": TRACE, "body": {"stringValue": "Cloud test"}}
    meter = {"name": METER, "gauge": {"dataPoints": [{"timeUnixNano": now, "asInt": "1"}]}}
    send("traces", {"resourceSpans": [{"resource": resource, "scopeSpans": [{"spans": spans}]}]}, host)
    send("logs", {"resourceLogs": [{"resource": resource, "scopeLogs": [{"logRecords": [record]}]}]}, host)
    send("metrics", {"resourceMetrics": [{"resource": resource, "scopeMetrics": [{"metrics": [meter]}]}]}, host)


def overlay_for(environment):
    return subprocess.run([HERE / "native/overlay.sh"], env={**os.environ, **environment}, check=True, capture_output=True, text=True).stdout.strip()


@contextlib.contextmanager
def collector(environment, overlays, host="127.0.0.1", setting="processors::interval::interval: 1s"):
    """A collector that listens there, until the end of the block; unless it is set otherwise, meters are sent on every second."""
    with tempfile.TemporaryDirectory() as directory:
        environment = {**os.environ, **environment, "OTELCOL_LISTEN_HOST": host, "OTELCOL_QUEUE_DIR": directory,
                       "JAEGER_OTLP_ENDPOINT": "http://127.0.0.1:9", "LOKI_OTLP_ENDPOINT": "http://127.0.0.1:9"}
        configurations = [f"--config={HERE}/{name}" for name in ("otel-collector-config.yml", *overlays)]
        with open(pathlib.Path(directory) / "log", "w") as log:
            process = subprocess.Popen([BIN / "otelcol-telemetry", *configurations, f"--config=yaml:{setting}"],
                                       env=environment, stdout=log, stderr=log)
        try:
            await_start(process, host, overlays, pathlib.Path(directory) / "log")
            yield process
        finally:
            process.terminate()
            process.wait(60)


def await_start(process, host, overlays, log):
    end = time.monotonic() + PATIENCE
    while True:
        if process.poll() is not None:
            raise SystemExit(log.read_text() + f"\n{overlays}: the collector has ended")
        try:
            urllib.request.urlopen(f"http://{host}:13133/", timeout=2).read()
            return
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > end:
                raise SystemExit(f"{overlays}: the collector does not answer") from None
            time.sleep(0.2)


def check(overlay, requests, expected):
    """Compare with path -> credentials and what has to be in a body sent there."""
    failures = [f"{overlay}: sent to {path}, which is not one of its paths" for path in {path for path, _, _ in requests} - set(expected)]
    for path, (credentials, content) in expected.items():
        sent = [(authorization, body) for at, authorization, body in requests if at == path]
        wrong = {str(authorization) for authorization, _ in sent} - {credentials}
        if wrong:
            failures.append(f"{overlay}: {path} was sent with {wrong}, not {credentials}")
        elif not any(content in body for _, body in sent):
            failures.append(f"{overlay}: {path} has not got what was sent, in {len(sent)} requests")
        else:
            print(f"ok  {overlay}: {path} with the credentials of {base64.b64decode(credentials[6:]).decode().split(':')[0]}")
    return failures


def run(variables, expected):
    with Cloud() as cloud:
        environment = {"GRAFANA_CLOUD_API_KEY": TOKEN, **{name: value.replace("CLOUD", cloud.address) for name, value in variables.items()}}
        overlay = overlay_for(environment)
        with collector(environment, [overlay]) as process:
            send_all([span_of(TRACE)])
            return check(overlay, cloud.await_contents(expected, process), expected)


def sampled(requests):
    """The ids of all traces that have arrived."""
    return {span["traceId"] for path, _, body in requests if path == "/otlp/v1/traces"
            for resource in json.loads(body)["resourceSpans"] for scope in resource["scopeSpans"] for span in scope["spans"]}


def span_metrics(requests):
    """What is said of the metrics made of spans, by their resource and each point, and of how many spans they are."""
    said, counts = [], {}
    for resource in (resource for path, _, body in requests if path == "/otlp/v1/metrics" for resource in json.loads(body).get("resourceMetrics", [])):
        attributes = {attribute["key"] for attribute in resource["resource"]["attributes"]}
        for metric in (metric for scope in resource["scopeMetrics"] for metric in scope["metrics"] if metric["name"] == "traces.span.metrics.calls"):
            for point in metric["sum"]["dataPoints"]:
                said.append(attributes | {attribute["key"] for attribute in point["attributes"]})
                counts[json.dumps(point["attributes"], sort_keys=True)] = int(point["asInt"])
    return said, sum(counts.values())


def samplers_by_outcome(success):
    """To which samplers the first tier could send, or could not."""
    with urllib.request.urlopen(f"http://{TIER1}:8888/metrics", timeout=2) as answer:
        lines = answer.read().decode().splitlines()
    return {line.split('endpoint="')[1].split(":")[0] for line in lines
            if line.startswith("otelcol_loadbalancer_backend_outcome") and f'success="{success}"' in line}


def await_failed_send():
    end = time.monotonic() + PATIENCE
    while not samplers_by_outcome("false"):
        if time.monotonic() > end:
            return ["tail sampling: spans for a sampler that is not there are not routed anew"]
        time.sleep(0.2)
    return []


def tier_spans():
    """An error with a secret, a trace that takes long, one of an operation, and many that are nothing special."""
    secret = {"key": "http.request.header.authorization", "value": {"stringValue": SECRET}}
    operation = {"key": "operation.name", "value": {"stringValue": "planning"}}
    begin = str(time.time_ns() - 3_000_000_000)
    return [*map(span_of, ORDINARY), span_of(TRACE, status={"code": 2}, attributes=[secret]), span_of(SLOW, startTimeUnixNano=begin),
            span_of(BUSINESS, attributes=[operation])]


def environment_for(cloud):
    return {"GRAFANA_CLOUD_OTLP_ENDPOINT": f"{cloud.address}/otlp", "GRAFANA_CLOUD_INSTANCE_ID": "1001", "GRAFANA_CLOUD_API_KEY": TOKEN}


def run_tiers(expected):
    spans = tier_spans()
    wanted = {TRACE, SLOW, BUSINESS}
    with Cloud() as cloud:
        environment = {**environment_for(cloud), "OTEL_SAMPLER_HOST": "127.0.0.1"}
        readable = "{exporters: {otlp_http/grafana_cloud: {encoding: json}}, processors: {interval: {interval: 1s}}}"
        with collector(environment, ["otel-collector-cloud.yml", "otel-collector-gateway-tier1.yml"], TIER1, readable):
            send_all(spans, TIER1)
            failures = await_failed_send()
            with collector(environment, ["otel-collector-cloud.yml", "otel-collector-gateway-tier2.yml"], setting=readable) as sampler:
                cloud.await_contents(expected, sampler)
                requests = cloud.await_requests(
                    lambda: wanted <= sampled(cloud.requests) and span_metrics(cloud.requests)[1] >= len(spans), sampler)
    return failures + check("tail sampling", requests, expected) + check_tiers(requests, wanted, len(spans))


def instances(*samplers):
    return json.dumps({"Instances": [{"Attributes": {"AWS_INSTANCE_IPV4": host, "AWS_INSTANCE_PORT": "4317"}} for host in samplers]}).encode()


def run_lost_sampler():
    """Ends one of two samplers. No name on loopback can lose an address, so the samplers are found by Cloud Map, played as a proxy."""
    lost, left = "127.0.0.3", "127.0.0.4"
    before, after = set(ORDINARY[:100]), set(ORDINARY[100:])
    quick = "{exporters: {otlp_http/grafana_cloud: {encoding: json}}, processors: {tail_sampling: {decision_wait: 1s}}}"
    found = "{dns: null, aws_cloud_map: {namespace: test, service_name: sampler, interval: 200ms}}"
    with Cloud() as cloud, Cloud() as names, contextlib.ExitStack() as running:
        names.answer = instances(lost, left)
        environment = {**environment_for(cloud), "HTTP_PROXY": names.address, "http_proxy": names.address, "NO_PROXY": "", "no_proxy": "",
                       "AWS_ENDPOINT_URL": "http://cloud-map.invalid", "AWS_REGION": "eu-central-1",
                       "AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none"}
        ending, other = (running.enter_context(collector(
            environment, ["otel-collector-cloud.yml", "otel-collector-gateway-tier2.yml"], host, quick)) for host in (lost, left))
        running.enter_context(collector(environment, ["otel-collector-cloud.yml", "otel-collector-gateway-tier1.yml"], TIER1,
                                        f"exporters: {{load_balancing: {{resolver: {found}}}}}"))
        send_all([span_of(trace, status={"code": 2}) for trace in before], TIER1)
        cloud.await_requests(lambda: before <= sampled(cloud.requests), other)
        used = samplers_by_outcome("true")
        ending.kill()
        ending.wait(PATIENCE)
        send_all([span_of(trace, status={"code": 2}) for trace in after], TIER1)
        failures = await_failed_send()
        names.answer = instances(left)
        arrived = sampled(cloud.await_requests(lambda: after <= sampled(cloud.requests), other))
    return failures + check_lost_sampler(used == {lost, left}, before - arrived, after - arrived)


def check_lost_sampler(both_used, missing_before, missing_after):
    failures = [] if both_used else ["lost sampler: not both samplers were sent to"]
    failures += [f"lost sampler: of what was sent {when} the end of one, {len(missing)} traces have not arrived"
                 for when, missing in (("before", missing_before), ("after", missing_after)) if missing]
    if not failures:
        print("ok  lost sampler: what was sent after the end of one of two has arrived through the other")
    return failures


def check_tiers(requests, wanted, sent):
    failures = [f"tail sampling: {trace} was not kept" for trace in wanted - sampled(requests)]
    kept = len(sampled(requests) - wanted)  # which ones depends on their ids alone, so it is the same number each time
    if not len(ORDINARY) / 20 <= kept <= len(ORDINARY) / 5:
        failures.append(f"tail sampling: of {len(ORDINARY)} ordinary traces {kept} were kept, not about a tenth")
    if any(SECRET.encode() in body for _, _, body in requests):
        failures.append("tail sampling: a secret was not masked")
    said, counted = span_metrics(requests)
    if counted != sent:
        failures.append(f"tail sampling: metrics are of {counted} spans, not of {sent}")
    if not all({"service.instance.id", "deployment.environment.name", "service", "environment"} <= attributes for attributes in said):
        failures.append("tail sampling: metrics do not say which sampler has made them, or where")
    if not failures:
        print(f"ok  tail sampling: what was to be kept, masked, {kept} of {len(ORDINARY)} others, and metrics of all {counted}")
    return failures


def main():
    for name in [name for name in os.environ if name.startswith("GRAFANA_CLOUD_")]:
        del os.environ[name]  # nobody's account is written to
    trace = bytes.fromhex(TRACE)
    all_signals = {"/otlp/v1/traces": (basic(1001), trace), "/otlp/v1/logs": (basic(1001), trace), "/otlp/v1/metrics": (basic(1001), METER.encode())}
    failures = run({"GRAFANA_CLOUD_OTLP_ENDPOINT": "CLOUD/otlp", "GRAFANA_CLOUD_INSTANCE_ID": "1001"}, all_signals)
    failures += run({"GRAFANA_CLOUD_PROMETHEUS_URL": "CLOUD/api/prom/push", "GRAFANA_CLOUD_TENANT_ID": "2002",
                     "GRAFANA_CLOUD_LOKI_URL": "CLOUD", "GRAFANA_CLOUD_LOKI_TENANT_ID": "3003"},
                    {"/api/prom/push": (basic(2002), METER.encode()), "/otlp/v1/logs": (basic(3003), trace)})
    readable = {path: (credentials, METER.encode() if path.endswith("metrics") else TRACE.encode()) for path, (credentials, _) in all_signals.items()}
    failures += run_tiers(readable) + run_lost_sampler()
    for failure in failures:
        print(failure, file=sys.stderr)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
