#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Applies the configuration to a double of AWS (moto) on loopback, and runs the collector and a service by what was planned.

    apply.py DIRECTORY      an initialised copy of infra

Needs moto and boto3 (pip install 'moto[server]'), the collector of monitoring/native/install.sh and the packaged sample services.
What moto does not implement is planned, listed and left out of the apply; the mocked tests cover it.
"""

import base64
import gzip
import http.server
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BIN = pathlib.Path(os.environ.get("MONITORING_BIN") or
                   pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "telemetry-starter/monitoring")
TOKEN = "glc_a-token-of-nobody-0123456789"
DIGEST = "@sha256:" + "0" * 64
# moto answers these calls with an error; see its list of implemented services
NOT_IN_MOTO = {"aws_cloudwatch_log_index_policy", "aws_cloudwatch_query_definition", "aws_appautoscaling_target", "aws_appautoscaling_policy"}
# moto takes these, and does not return them; several groups that may use one port are one rule to it
NOT_KEPT_BY_MOTO = {"aws_ecs_service.availability_zone_rebalancing", "aws_ecs_service.enable_ecs_managed_tags",
                    "aws_vpc_security_group_ingress_rule.description", "aws_vpc_security_group_ingress_rule.referenced_security_group_id"}
# AWS knows no resource for these
WITHOUT_RESOURCE = {"ecr:GetAuthorizationToken", "xray:PutTraceSegments"}


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def expect(what, condition, found=""):
    if not condition:
        raise SystemExit(f"{what}: {found}" if found != "" else what)
    print(f"ok  {what}")


def await_url(url, process, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            raise SystemExit(f"{url}: its process has ended with {process.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"{url} does not answer within {seconds} s")


class Cloud(http.server.ThreadingHTTPServer):
    """In the place of Grafana Cloud: keeps what it is sent, by path."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Inlet)
        self.received, self.refused, self.changed = {}, 0, threading.Condition()
        self.authorization = "Basic " + base64.b64encode(f"123456:{TOKEN}".encode()).decode()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def has(self, path, *parts):
        return all(part.encode() in self.received.get(path, b"") for part in parts)

    def await_parts(self, path, *parts, seconds=30):
        with self.changed:
            return self.changed.wait_for(lambda: self.has(path, *parts), seconds)


class Inlet(http.server.BaseHTTPRequestHandler):

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        with self.server.changed:
            if self.headers.get("Authorization") != self.server.authorization:
                self.server.refused += 1
            self.server.received[self.path] = self.server.received.get(self.path, b"") + body
            self.server.changed.notify_all()
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class Terraform:

    def __init__(self, directory, environment, variables):
        self.directory = directory
        self.arguments = [f"-var-file=environments/{environment}.tfvars"]
        self.arguments += [f"-var={name}={value if isinstance(value, str) else json.dumps(value)}" for name, value in variables.items()]
        # by the environment: arguments are seen by all
        self.environment = {**os.environ, "TF_VAR_grafana_cloud_api_key": TOKEN}

    def run(self, *command):
        done = subprocess.run(["terraform", *command], cwd=self.directory, env=self.environment, capture_output=True, text=True)
        if done.returncode not in (0, 2):
            raise SystemExit(f"terraform {command[0]}: {done.stdout[-3000:]}{done.stderr[-3000:]}")
        return done

    def plan(self, file, *more):
        return self.run("plan", "-input=false", "-no-color", f"-out={file}", "-detailed-exitcode", *self.arguments, *more)

    def shown(self, *file):
        return json.loads(self.run("show", "-json", *file).stdout)


def managed(values):
    """Every resource of planned values or of a state that is made, not read."""

    def of(module):
        yield from (each for each in module.get("resources", []) if each["mode"] == "managed")
        for child in module.get("child_modules", []):
            yield from of(child)

    return list(of(values.get("root_module", {})))


def leave_out(directory):
    """Overrides that make none of what moto has not."""
    (directory / "modules/service/double_override.tf").write_text("""
resource "aws_cloudwatch_log_index_policy" "this" {
  count = 0
}
resource "aws_cloudwatch_log_group" "this" {
  log_group_class = null # moto does not return it, and a change would be another group
}
""")
    (directory / "double_override.tf").write_text("""
resource "aws_cloudwatch_log_group" "collector" {
  log_group_class = null
}
resource "aws_cloudwatch_query_definition" "this" {
  for_each     = {}
  name         = "none"
  query_string = "none"
}
resource "aws_appautoscaling_target" "collector" {
  count = 0
}
resource "aws_appautoscaling_policy" "collector" {
  for_each           = {}
  service_namespace  = "none"
  scalable_dimension = "none"
  resource_id        = "none"
}
""")


def differences(change):
    """Members that an update or a replacement would change."""
    if change["actions"] in (["no-op"], ["read"]):
        return set()
    before, after = change["before"] or {}, change["after"] or {}
    return {name for name in before.keys() | after.keys() | change["after_unknown"].keys()
            if change["after_unknown"].get(name) or before.get(name) != after.get(name)}


def start_moto():
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    await_url(f"http://127.0.0.1:{port}/moto-api/", process)
    return process, f"http://127.0.0.1:{port}"


def assert_least_privilege(policies):
    for policy in policies:
        for statement in json.loads(policy["values"]["policy"])["Statement"]:
            actions, places = ([value] if isinstance(value, str) else value for value in (statement["Action"], statement["Resource"]))
            name = f"{policy['address']} {statement['Sid']}"
            expect(f"{name}: actions by name", not any("*" in action for action in actions), actions)
            if set(actions) <= WITHOUT_RESOURCE:
                continue
            # ECS names the end of a log stream by the task
            bare = [re.sub(r":log-stream:task/\*$", "", place) for place in places]
            expect(f"{name}: resources by name", not any("*" in place or place.count(":") < 5 for place in bare), places)


def fields_of_schema():
    """Paths of the line's members, as Insights names them."""
    schema = json.loads((ROOT / "docs/log-line.schema.json").read_text())
    fields = set()

    def walk(node, path):
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
        for name, child in node.get("properties", {}).items():
            walk(child, f"{path}.{name}" if path else ("@" + name if name.startswith("@") else name))
        fields.add(path)

    walk(schema, "")
    return fields


def assert_fields(planned):
    known = fields_of_schema()
    for resource in planned:
        if resource["type"] == "aws_cloudwatch_log_index_policy":
            for field in json.loads(resource["values"]["policy_document"])["Fields"]:
                expect(f"index: {field} is a member of the line", field in known)
        if resource["type"] == "aws_cloudwatch_query_definition":
            query = re.sub(r'"[^"]*"|/[^/]*/', "", resource["values"]["query_string"])
            aliases = set(re.findall(r"\bas (\w+)", query))
            words = set(re.findall(r"@*[a-z][a-z_]*(?:\.[a-z_]+)*", query)) - aliases
            words -= {"fields", "filter", "filterindex", "stats", "sort", "limit", "by", "as", "asc", "desc", "count", "sum", "avg", "max", "pct",
                      "bin", "and", "or", "in", "like", "filter", "ndex", "m", "h", "p"}
            expect(f"query {resource['values']['name']}: its fields are members of the line", words <= known, words - known)


def assert_runbooks(planned):
    for resource in planned:
        if resource["type"] == "aws_cloudwatch_metric_alarm":
            page = resource["values"]["alarm_description"].rsplit("Runbook: ", 1)[-1]
            expect(f"{resource['values']['alarm_name']} has its runbook, {page}", (ROOT / f"docs/runbooks/{page}.md").is_file())


def container(planned, family, name):
    task = next(resource for resource in planned if resource["type"] == "aws_ecs_task_definition" and resource["values"]["family"] == family)
    return next(each for each in json.loads(task["values"]["container_definitions"]) if each["name"] == name)


def environment(definition, ssm):
    """What ECS gives to the container: its variables, and its secrets by their ARNs."""
    variables = {each["name"]: each["value"] for each in definition["environment"]}
    for secret in definition.get("secrets", []):
        name = secret["valueFrom"].split(":parameter", 1)[1]
        variables[secret["name"]] = ssm.get_parameter(Name=name, WithDecryption=True)["Parameter"]["Value"]
    return variables


def await_ports_free(*ports):
    for port in ports:
        with socket.socket() as free:
            free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                free.bind(("127.0.0.1", port))
            except OSError:
                raise SystemExit(f"port {port} has to be free") from None


def run_collector(definition, ssm, work, log):
    variables = environment(definition, ssm)
    expect("the collector's token comes from its parameter", variables["GRAFANA_CLOUD_API_KEY"] == TOKEN)
    own = {**variables, "PATH": os.environ["PATH"], "OTELCOL_LISTEN_HOST": "127.0.0.1", "OTELCOL_QUEUE_DIR": str(work / "queue")}
    command = [str(BIN / "otelcol-telemetry")]
    checked = subprocess.run([command[0], "validate", *definition["command"]], env=own, capture_output=True, text=True)
    expect("otelcol validate, with the task's own command and environment", checked.returncode == 0, checked.stderr)
    process = subprocess.Popen(command + definition["command"], env=own, stdout=log, stderr=log)
    await_url("http://127.0.0.1:13133/", process)
    return process


def run_probe(definition, work):
    """The container that asks the collector for its health, a hundred times as often."""
    path = work / "bin"
    path.mkdir()
    (path / "sleep").write_text(f"#!/bin/sh\nexec {shutil.which('sleep')} 0.1\n")
    (path / "sleep").chmod(0o755)
    own = {"PATH": f"{path}:{os.environ['PATH']}"}
    return subprocess.Popen(definition["command"], env=own, stdout=subprocess.PIPE, text=True)


def assert_probe(probe, collector):
    expect("the probe goes on while the collector answers", probe.poll() is None, probe.returncode)
    collector.terminate()
    collector.wait(30)
    said, _ = probe.communicate(timeout=60)
    expect("and ends with an error when it no longer does", probe.returncode == 1 and "does not answer" in said, (probe.returncode, said))


def run_service(definition, ssm, work, log):
    (work / "hosts").write_text("127.0.0.1 localhost otel-collector workflow-agent workflow-engine\n")
    java = os.path.join(os.environ["JAVA_HOME"], "bin/java") if "JAVA_HOME" in os.environ else "java"
    own = {**environment(definition, ssm), "PATH": os.environ["PATH"], "SERVER_ADDRESS": "127.0.0.1"}
    command = [java, f"-Djdk.net.hosts.file={work / 'hosts'}", f"-Djava.io.tmpdir={work}", "-jar", str(ROOT / "sample-gateway/target/sample-gateway.jar")]
    process = subprocess.Popen(command, env=own, stdout=log, stderr=subprocess.STDOUT)
    await_url(f"http://127.0.0.1:{own['SERVER_PORT']}/health", process, 120)
    return process, own


def assert_telemetry(cloud, service, own):
    """One request, and at once the end of the service: span, line and meters have left."""
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{own['SERVER_PORT']}/api/v1/sessions/none", timeout=10)
        raise SystemExit("a request without API key was answered")
    except urllib.error.HTTPError as refusal:
        tracking = refusal.headers["X-Tracking-ID"]
    expect("the answer has a tracking id", bool(re.fullmatch("[0-9a-f]{32}", tracking)), tracking)
    begun = time.monotonic()
    service.send_signal(signal.SIGTERM)
    service.wait(30)
    expect(f"the service ended within ECS's 30 s: {time.monotonic() - begun:.1f} s", service.returncode == 143, service.returncode)
    raw = bytes.fromhex(tracking)
    with cloud.changed:
        came = cloud.changed.wait_for(lambda: raw in cloud.received.get("/otlp/v1/traces", b"") and raw in cloud.received.get("/otlp/v1/logs", b""), 30)
    expect("its last span and its last line have left", came)
    expect("so has its count, though no interval has passed", cloud.await_parts("/otlp/v1/metrics", "api-gateway", "request.count"), sorted(cloud.received))
    expect("all with the token", cloud.refused == 0, cloud.refused)
    expect("and in the environment of the task", cloud.has("/otlp/v1/traces", "deployment.environment.name", own["ENVIRONMENT"]))


def variables_of(cloud):
    image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ai-teams/"
    return {
        "collector_image": "otel/opentelemetry-collector-contrib:0.158.0" + DIGEST,
        "probe_image": "public.ecr.aws/docker/library/busybox:1.37" + DIGEST,
        "grafana_cloud_otlp_endpoint": f"http://127.0.0.1:{cloud.server_port}/otlp", "grafana_cloud_instance_id": "123456",
        "services": {
            "api-gateway": {"image": f"{image}api-gateway:1{DIGEST}", "port": free_port()},
            "workflow-agent": {"image": f"{image}workflow-agent:1{DIGEST}", "port": 8081, "callers": ["api-gateway"]},
            "workflow-engine": {"image": f"{image}workflow-engine:1{DIGEST}", "port": 8082, "callers": ["api-gateway", "workflow-agent"]},
        },
    }


def network(client):
    vpc = client.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    subnets = [client.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{index}.0/24", AvailabilityZone=f"eu-central-1{zone}")["Subnet"]["SubnetId"]
               for index, zone in enumerate("ab")]
    return {"vpc_id": vpc, "private_subnet_ids": subnets}


def main(directory, work, log, processes):
    import boto3  # noqa: PLC0415, only where there is a double
    moto, endpoint = start_moto()
    processes.append(moto)
    aws = {"endpoint_url": endpoint, "region_name": "eu-central-1", "aws_access_key_id": "test", "aws_secret_access_key": "test"}
    ssm = boto3.client("ssm", **aws)
    cloud = Cloud()
    (directory / "double.tf").write_text((directory / "tests/double.tf.txt").read_text().replace("ENDPOINT", endpoint))
    variables = {**variables_of(cloud), **network(boto3.client("ec2", **aws))}
    dev = Terraform(directory, "dev", variables)
    dev.plan("dev.plan")
    groups = [each["values"] for each in managed(dev.shown("dev.plan")["planned_values"]) if each["type"] == "aws_cloudwatch_log_group"]
    expect("dev keeps lines for a week", {group["retention_in_days"] for group in groups} == {7}, groups)
    terraform = Terraform(directory, "prod", variables)
    terraform.plan("all.plan")
    planned = managed(terraform.shown("all.plan")["planned_values"])
    left_out = sorted(each["address"] for each in planned if each["type"] in NOT_IN_MOTO)
    print(f"{len(planned)} resources planned; moto has not: {', '.join(left_out)}")
    groups = [each["values"] for each in planned if each["type"] == "aws_cloudwatch_log_group"]
    expect("prod keeps lines for a quarter of a year", {group["retention_in_days"] for group in groups} == {90}, groups)
    assert_fields(planned)
    assert_runbooks(planned)
    leave_out(directory)

    terraform.plan("some.plan")
    terraform.run("apply", "-input=false", "-no-color", "some.plan")
    made = managed(terraform.shown()["values"])
    expect(f"{len(made)} resources applied", len(made) == len(planned) - len(left_out), [each["address"] for each in made])
    terraform.plan("again.plan")
    changed = {f"{change['type']}.{name}" for change in terraform.shown("again.plan")["resource_changes"] for name in differences(change["change"])}
    expect(f"planned again, only what moto does not return changes: {', '.join(sorted(changed)) or 'nothing'}", changed <= NOT_KEPT_BY_MOTO, changed)

    stored = ssm.get_parameter(Name="/ai-teams/prod/monitoring/grafana-cloud-api-key", WithDecryption=True)["Parameter"]
    expect("the token is in SSM, as a SecureString", (stored["Value"], stored["Type"]) == (TOKEN, "SecureString"), stored)
    settings = ssm.get_parameter(Name="/ai-teams/prod/monitoring/grafana-cloud-config")["Parameter"]["Value"]
    expect("the settings are JSON in SSM", json.loads(settings)["instance_id"] == "123456", settings)
    for file in directory.rglob("*"):
        if file.is_file() and (file.suffix == ".plan" or "tfstate" in file.name):
            expect(f"the token is not in {file.name}", TOKEN.encode() not in file.read_bytes())
            if file.suffix == ".plan":
                expect(f"nor in what {file.name} shows", TOKEN not in json.dumps(terraform.shown(file.name)))

    assert_least_privilege([each for each in made if each["type"] == "aws_iam_role_policy"])
    await_ports_free(4317, 4318, 13133)
    collector = run_collector(container(made, "ai-teams-prod-otel-collector", "otel-collector"), ssm, work, log)
    processes.append(collector)
    probe = run_probe(container(made, "ai-teams-prod-otel-collector", "health"), work)
    processes.append(probe)
    service, own = run_service(container(made, "ai-teams-prod-api-gateway", "api-gateway"), ssm, work, log)
    processes.append(service)
    assert_telemetry(cloud, service, own)
    assert_probe(probe, collector)

    terraform.run("destroy", "-input=false", "-no-color", "-auto-approve", *terraform.arguments)
    expect("nothing is left", not managed(terraform.shown().get("values", {})))


if __name__ == "__main__":
    started = []
    with tempfile.TemporaryDirectory() as temporary, open(os.path.join(temporary, "log"), "w+", encoding="utf-8") as output:
        try:
            main(pathlib.Path(sys.argv[1]), pathlib.Path(temporary), output, started)
        except BaseException:
            output.seek(0)
            sys.stderr.write(output.read()[-4000:])
            raise
        finally:
            for each in started:
                if each.poll() is None:
                    each.terminate()
                    each.wait(30)
