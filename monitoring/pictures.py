#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws what the queries of every dashboard return, where no Grafana is at hand: pictures.py DIRECTORY

One SVG for each dashboard, laid out as the dashboard is, from the last MINUTES (10) of the running stack.
"""

import json
import math
import os
import pathlib
import sys
import time
from xml.sax.saxutils import escape

from panels import DASHBOARDS, LOKI, PROMETHEUS, VARIABLES, ask

MINUTES = int(os.environ.get("MINUTES", "10"))
COLUMN, ROW, GAP, HEAD = 50, 34, 8, 44
COLOURS = ["#3274d9", "#56a64b", "#e0b400", "#e02f44", "#8f3bb8", "#ff780a", "#37872d", "#1f60c4", "#c4162a", "#7c2ea3"]
UNITS = {"s": (1, " s"), "percentunit": (100, " %"), "reqps": (1, " /s"), "mps": (60, " /min"), "bytes": (1 / 1048576, " MiB"),
         "Bps": (1 / 1024, " KiB/s"), "currencyUSD": (1, " USD")}


def number(value, unit):
    factor, name = UNITS.get(unit, (1, ""))
    value *= factor
    digits = 0 if value == 0 else max(0, min(6, 2 - math.floor(math.log10(abs(value)))))
    text = f"{value:.{digits}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) + name


def expanded(query):
    for name, value in VARIABLES.items():
        query = query.replace(name, value)
    return query


def legend(target, labels):
    text = target.get("legendFormat") or ""
    for name, value in labels.items():
        text = text.replace("{{" + name + "}}", value).replace("{{ " + name + " }}", value)
    return text if text and text != "__auto" else ", ".join(value for name, value in sorted(labels.items()) if name != "__name__")


def series(panel):
    """(legend, [(time, value)]) of all targets."""
    end = time.time()
    for target in panel["targets"]:
        result = ask(PROMETHEUS + "/api/v1/query_range", query=expanded(target["expr"]), start=end - MINUTES * 60, end=end, step=10)["result"]
        for row in result:
            points = [(float(at), float(value)) for at, value in row["values"] if math.isfinite(float(value))]
            if points:
                yield legend(target, row["metric"]), points


def table(panel, unit):
    for target in panel["targets"]:
        for row in ask(PROMETHEUS + "/api/v1/query", query=expanded(target["expr"]), time=time.time())["result"]:
            yield legend({}, row["metric"]), number(float(row["value"][1]), unit)


def lines(panel):
    for target in panel["targets"]:
        for stream in ask(LOKI + "/loki/api/v1/query_range", query=expanded(target["expr"]), since="30m", limit=10)["result"]:
            yield from (text for _, text in stream["values"])


def text(x, y, content, size=11, colour="#444", anchor="start", weight="normal"):
    return f'<text x="{x:.0f}" y="{y:.0f}" font-size="{size}" fill="{colour}" text-anchor="{anchor}" font-weight="{weight}">{escape(content)}</text>'


def chart(panel, unit, width, height):
    data = list(series(panel))
    if not data:
        return [text(width / 2, height / 2, "nothing to show", anchor="middle")]
    top = max(value for _, points in data for _, value in points) or 1
    begin, end = min(points[0][0] for _, points in data), max(points[-1][0] for _, points in data)
    shown = min(len(data), max(1, int((height - 80) // 14)))
    left, right, upper, lower = 62, width - 12, 30, height - 12 - 14 * shown
    parts = [f'<line x1="{left}" y1="{y:.0f}" x2="{right}" y2="{y:.0f}" stroke="#e4e4e4"/>' + text(left - 6, y + 4, number(top * part, unit), 10, anchor="end")
             for part, y in ((part, lower - (lower - upper) * part) for part in (0, 0.5, 1))]
    for index, (name, points) in enumerate(data):
        colour = COLOURS[index % len(COLOURS)]
        path = " ".join(f"{left + (right - left) * (at - begin) / max(1, end - begin):.1f},{lower - (lower - upper) * value / top:.1f}" for at, value in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        if index < shown:
            y = lower + 16 + 14 * index
            parts.append(f'<rect x="{left}" y="{y - 7:.0f}" width="10" height="3" fill="{colour}"/>')
            parts.append(text(left + 16, y, f"{name[:int(width / 8)] or 'all'}: {number(points[-1][1], unit)}", 10))
    return parts


def content(panel, width, height):
    unit = panel["fieldConfig"]["defaults"].get("unit")
    if panel["type"] == "stat":
        found = list(table(panel, unit))
        value = found[0][1] if found else "none"
        return [text(width / 2, height / 2 + 18, value, 26, "#1f60c4", "middle", "bold")]
    if panel["type"] == "table":
        found = list(table(panel, unit))[:max(1, int((height - 40) // 16))]
        return [part for index, (name, value) in enumerate(found)
                for part in (text(12, 44 + 16 * index, name[:int(width / 7)], 10), text(width - 12, 44 + 16 * index, value, 10, anchor="end"))]
    if panel["type"] == "logs":
        found = list(lines(panel))[:max(1, int((height - 40) // 16))]
        return [text(12, 44 + 16 * index, line[:int(width / 6)], 10) for index, line in enumerate(found)]
    return chart(panel, unit, width, height)


def picture(dashboard):
    panels = dashboard["panels"]
    width = 24 * COLUMN + 2 * GAP
    height = max(panel["gridPos"]["y"] + panel["gridPos"]["h"] for panel in panels) * ROW + HEAD
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif">',
             f'<rect width="{width}" height="{height}" fill="#f4f5f5"/>', text(GAP + 4, 28, dashboard["title"], 18, "#222", weight="bold")]
    for panel in panels:
        grid = panel["gridPos"]
        x, y = GAP + grid["x"] * COLUMN + 3, HEAD + grid["y"] * ROW + 3
        w, h = grid["w"] * COLUMN - 6, grid["h"] * ROW - 6
        parts += [f'<g transform="translate({x},{y})"><rect width="{w}" height="{h}" fill="#fff" stroke="#dcdcdc" rx="3"/>',
                  text(10, 18, panel["title"], 12, "#222", weight="bold"), *content(panel, w, h), "</g>"]
    return "\n".join([*parts, "</svg>", ""])


if __name__ == "__main__":
    directory = pathlib.Path(sys.argv[1])
    directory.mkdir(parents=True, exist_ok=True)
    for file in sorted(DASHBOARDS.glob("*.json")):
        (directory / f"{file.stem}.svg").write_text(picture(json.loads(file.read_text())))
        print(directory / f"{file.stem}.svg")
