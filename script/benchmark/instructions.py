"""Counts instructions with valgrind, which gives the same figure on a busy machine, and compares with a reference."""

import json
import os
import re
import shutil
import subprocess
import sys

from benchmark.workbench import ROOT

REFERENCE = os.path.join(ROOT, "script", "bench-reference.json")


def workloads(bench):
    """What is counted: small, because counting is fifty times slower."""
    return {
        "one short post": bench.check(bench.short),
        "20 drafts": bench.check(*bench.files_of(20)[1]),
        "500 short files": bench.check(bench.files_of(500)[0]),
        "1,000 JSON Lines posts": bench.check(bench.stream_of(1_000)),
        "1,000 phrases, 1 MB of text": bench.check(*bench.pack_of(1_000), bench.text_of(1_000_000)),
        "10,000 phrases, 1 MB of text": bench.check(*bench.pack_of(10_000), bench.text_of(1_000_000)),
    }


def count(command, environment):
    """The instructions of one run."""
    # Swift seeds its hashes anew for each process unless told not to.
    environment = dict(environment, SWIFT_DETERMINISTIC_HASHING="1")
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if not found:
        sys.exit(f"script/bench: valgrind gave no count:\n{run.stderr[-500:]}")
    return int(found.group(1))


def run(bench, percent, records):
    """Counts, prints, and compares or records; the exit status."""
    if not shutil.which("valgrind"):
        print("script/bench: valgrind is not installed (Debian: valgrind)", file=sys.stderr)
        return 2
    reference = {}
    if os.path.exists(REFERENCE):
        with open(REFERENCE) as file:
            reference = json.load(file)["instructions"]
    counts, worse = {}, []
    for name, command in workloads(bench).items():
        counts[name] = count(command, bench.environment)
        line = f"{name:30} {counts[name] / 1e6:12,.1f} million"
        if name in reference:
            change = (counts[name] / reference[name] - 1) * 100
            line += f"  {change:+6.1f} %"
            if percent is not None and change > percent:
                worse.append(f"{name} takes {change:.1f} % more instructions than the reference")
        print(line, flush=True)
    if records:
        with open(REFERENCE, "w") as file:
            json.dump({"about": "Instructions by script/bench --instructions; see docs/performance.md.",
                       "instructions": counts}, file, indent=2)
            file.write("\n")
        return 0
    for line in worse:
        print(line, file=sys.stderr)
    if percent is not None and not reference:
        print("script/bench: there is no reference; --record writes one", file=sys.stderr)
        return 2
    return 1 if worse else 0
