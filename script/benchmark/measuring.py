"""Running commands and measuring what they take."""

import os
import statistics
import subprocess
import sys
import time


class Sample:
    """What one run took: seconds by the clock, seconds of processors, bytes of memory at the most."""

    def __init__(self, wall, cpu, peak):
        self.wall, self.cpu, self.peak = wall, cpu, peak


def run(command, environment=None, accepted=(0, 1)):
    """Runs a command with its output thrown away."""
    start = time.perf_counter()
    with open(os.devnull, "r+") as null:
        process = subprocess.Popen(command, stdin=null, stdout=null, stderr=null, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    process.returncode = code
    if code not in accepted:
        sys.exit(f"script/bench: this ended with status {code}: {' '.join(command[:8])}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def paired(runs, commands, environment=None):
    """Runs commands in turn, after a warm-up; returns lists of samples by name."""
    samples = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            sample = run(command, environment)
            if turn:
                samples[name].append(sample)
    return samples


def ratio(above, below, what="cpu"):
    """The median of the ratios of samples that ran next to each other."""
    return statistics.median(getattr(a, what) / getattr(b, what) for a, b in zip(above, below))


def net_ratio(samples, above, below):
    """The ratio of what two commands take beyond their start, which is measured as `NAME start`."""
    def net(name):
        start = statistics.median(s.cpu for s in samples[f"{name} start"])
        return [max(s.cpu - start, 1e-6) for s in samples[name]]
    return statistics.median(a / b for a, b in zip(net(above), net(below)))


def net(samples, name):
    """The median of processor seconds beyond the start."""
    return median(samples[name]) - median(samples[f"{name} start"])


def median(samples, what="cpu"):
    """The median of samples."""
    return statistics.median(getattr(s, what) for s in samples)
