#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Asks Prometheus and Loki for the data of every panel of every dashboard, and Prometheus for the health of every rule.

Prints panel -> rows; ends with 1 if a panel has none or a rule cannot be evaluated. Panels that show nothing while all is
well are named in QUIET: they must answer, without an error. PROMETHEUS_URL and LOKI_URL change who is asked.
"""

import json
import os
import pathlib
import sys
import time
import urllib.parse
import urllib.request

PROMETHEUS = os.environ.get("PROMETHEUS_URL", "http://localhost:9090")
LOKI = os.environ.get("LOKI_URL", "http://localhost:3100")
DASHBOARDS = pathlib.Path(__file__).parent / "grafana" / "dashboards"
QUIET = {("telemetry", "Alerts")}
VARIABLES = {"$__rate_interval": "1m", "$environment": ".+", "$service": ".+"}


def ask(address, **parameters):
    with urllib.request.urlopen(address + "?" + urllib.parse.urlencode(parameters), timeout=20) as answer:
        return json.load(answer)["data"]


def rows(target):
    query = target["expr"]
    for name, value in VARIABLES.items():
        query = query.replace(name, value)
    if target["datasource"]["type"] == "loki":
        return len(ask(LOKI + "/loki/api/v1/query_range", query=query, since="30m", limit=10)["result"])
    result = ask(PROMETHEUS + "/api/v1/query", query=query, time=time.time())["result"]
    return sum(1 for row in result if row["value"][1] != "NaN")


def main():
    failures = 0
    for file in sorted(DASHBOARDS.glob("*.json")):
        for panel in json.loads(file.read_text())["panels"]:
            found = sum(rows(target) for target in panel["targets"])
            print(f"{file.stem}: {panel['title']} -> {found}")
            failures += not found and (file.stem, panel["title"]) not in QUIET
    rules = [rule for group in ask(PROMETHEUS + "/api/v1/rules")["groups"] for rule in group["rules"]]
    for rule in rules:
        if rule["health"] != "ok":
            print(f"rule {rule['name']}: {rule['health']} {rule.get('lastError', '')}")
            failures += 1
    print(f"{len(rules)} rules, {failures} failures")
    return 1 if failures or not rules else 0


if __name__ == "__main__":
    sys.exit(main())
