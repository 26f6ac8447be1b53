"""Printing and keeping figures."""

import json
import os
import platform
import sys


def read(path):
    """The figures of an earlier run."""
    try:
        with open(path) as file:
            return json.load(file)
    except (OSError, ValueError) as problem:
        sys.exit(f"script/bench: {path}: {problem}")


def write(path, figures):
    """Keeps figures."""
    with open(path, "w") as file:
        json.dump(figures, file, indent=2, ensure_ascii=False)
        file.write("\n")


def begin(bench):
    """What is measured, and on what."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
    print(f"{platform.machine()}, {os.cpu_count()} processors, load {load:.1f}; medians of {bench.runs} runs")
    if load > (os.cpu_count() or 1):
        print("The machine is busy: trust ratios of processor time, and doubt the row about two cores.")


def row(name, result, earlier):
    """One row with its goal."""
    sign = {True: "met", False: "NOT MET", None: "not measured"}[result["met"]]
    line = f"{name:10} {result['what']}: {result['value']} (goal {result['goal']}): {sign}"
    if result.get("peer"):
        line += f"\n{'':10} {result['peer']}"
    before = (earlier or {}).get("rows", {}).get(name, {}).get("ratio")
    if before and "ratio" in result:
        line += f"\n{'':10} before {before:.2f}, now {result['ratio']:.2f}: {(result['ratio'] / before - 1) * 100:+.0f} %"
    print(line, flush=True)


def growth(curves):
    """The curves as figures."""
    for name, unit in (("text", "bytes"), ("phrases", "phrases")):
        print(f"growth     {name}: " + ", ".join(f"{x:,} {unit} {y:.3f} s" for x, y in curves[name]))
    print("growth     threads: " + ", ".join(f"{x} {y:.2f} ×" for x, y in curves["threads"]))


def missing(bench):
    """The peers that were not there."""
    for name, why in bench.missing.items():
        print(f"Without {name}: {why}.")
