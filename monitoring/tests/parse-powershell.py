#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Parses PowerShell scripts, where there is no PowerShell to run them. Needs pip install tree-sitter tree-sitter-powershell.

    parse-powershell.py FILE...
"""

import sys

import tree_sitter
import tree_sitter_powershell


def faults(node):
    if node.type == "ERROR" or node.is_missing:
        yield node
    for child in node.children:
        yield from faults(child)


parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_powershell.language()))
failed = len(sys.argv) < 2
for file in sys.argv[1:]:
    with open(file, "rb") as script:
        found = list(faults(parser.parse(script.read()).root_node))
    for node in found:
        print(f"{file}:{node.start_point[0] + 1}: {node.text[:60].decode(errors='replace') or 'missing ' + node.type}", file=sys.stderr)
    failed = failed or bool(found)
    print(f"{'not PowerShell' if found else 'ok'}  {file}")
sys.exit(failed)
