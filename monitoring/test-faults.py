#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills Jaeger, Loki and the collector, one after another, for a while under load, and counts what is missing afterwards.

Needs the native stack and the sample services running. Ends with 0 if no request failed, if every trace and every access line
of what was sent while Jaeger and Loki were dead arrived, and if what is missing of the time without a collector is no more
than the services themselves say they lost. OUTAGE (seconds, 30) and RATE (requests a second, 10) change the load.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

GATEWAY = os.environ.get("GATEWAY_URL", "http://localhost:8080")
JAEGER = "http://localhost:16686"
LOKI = "http://localhost:3100"
SERVICES = {"api-gateway": 8080, "workflow-agent": 8081, "workflow-engine": 8082}
OUTAGE = float(os.environ.get("OUTAGE", "30"))
RATE = float(os.environ.get("RATE", "10"))
PATIENCE = 90
STACK = pathlib.Path(__file__).parent / "native" / "stack.sh"


def get(address, timeout=10):
    with urllib.request.urlopen(address, timeout=timeout) as answer:
        return answer.read().decode()


class Load:
    """Asks for workflows at an even rate, and keeps the ids of the answers."""

    def __init__(self):
        self.ids, self.failed, self.lock, self.threads = [], 0, threading.Lock(), []

    def one(self):
        body = json.dumps({"description": "Count the pages", "type": "simple"}).encode()
        request = urllib.request.Request(GATEWAY + "/api/v1/workflows", body,
                                         {"X-API-Key": "demo-key", "Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                with self.lock:
                    self.ids.append(answer.headers["X-Tracking-ID"])
        except (urllib.error.URLError, TimeoutError):
            with self.lock:
                self.failed += 1

    def run(self, seconds):
        begin = time.monotonic()
        for number in range(int(seconds * RATE)):
            time.sleep(max(0.0, begin + number / RATE - time.monotonic()))
            thread = threading.Thread(target=self.one)
            thread.start()
            self.threads.append(thread)
        for thread in self.threads:
            thread.join()


def in_jaeger(trace):
    try:
        spans = json.loads(get(f"{JAEGER}/api/traces/{trace}"))["data"][0]
        return {process["serviceName"] for process in spans["processes"].values()} >= {"api-gateway", "workflow-engine"}
    except (urllib.error.URLError, IndexError, KeyError):
        return False


def in_loki(trace):
    query = urllib.parse.quote('{service_name="api-gateway"} | trace_id="%s"' % trace)
    try:
        return bool(json.loads(get(f"{LOKI}/loki/api/v1/query_range?since=30m&query={query}"))["data"]["result"])
    except urllib.error.URLError:
        return False


def missing(ids, where):
    """Of these ids, as soon as there are none any more, or patience is at its end."""
    left, end = list(ids), time.monotonic() + PATIENCE
    while True:
        left = [trace for trace in left if not where(trace)]
        if not left or time.monotonic() > end:
            return left
        time.sleep(1)


def lost(signal):
    """What the services say they have lost so far."""
    pattern = re.compile(r'telemetry_export_items_total\{[^}]*outcome="(?:dropped|failed)"[^}]*signal="%s"[^}]*\} ([0-9.E]+)' % signal)
    return sum(float(value) for port in SERVICES.values() for value in pattern.findall(get(f"http://localhost:{port}/metrics")))


def outage(part):
    before = {signal: lost(signal) for signal in ("traces", "logs")}
    load = Load()
    subprocess.run([STACK, "kill", part], check=True, stdout=subprocess.DEVNULL)
    load.run(OUTAGE)
    subprocess.run([STACK, "start", part], check=True, stdout=subprocess.DEVNULL)
    began = time.monotonic()
    traces = missing(load.ids, in_jaeger)
    seconds = time.monotonic() - began
    lines = missing(load.ids, in_loki)
    said = {signal: lost(signal) - before[signal] for signal in before}
    print(f"{part} dead for {OUTAGE:.0f} s: {len(load.ids)} requests answered, {load.failed} failed; {len(traces)} traces and "
          f"{len(lines)} lines missing; all that came was there {seconds:.0f} s after its start; "
          f"services say they lost {said['traces']:.0f} spans and {said['logs']:.0f} log records")
    whole = not traces and not lines if part != "collector" else len(traces) <= said["traces"] and len(lines) <= said["logs"]
    return whole and load.failed == 0 and len(load.ids) == int(OUTAGE * RATE)


if __name__ == "__main__":
    results = [outage(part) for part in ("jaeger", "loki", "collector")]
    sys.exit(0 if all(results) else 1)
