"""The rows of the table: each measures one goal of docs/performance.md."""

import os
import subprocess
import sys

from benchmark import workloads
from benchmark.measuring import median, net, net_ratio, paired, ratio, run


def result(what, value, goal, is_met, detail):
    """A row: what was measured, its value in words, its goal, whether that is met, and more figures."""
    return {"what": what, "value": value, "goal": goal, "met": is_met, **detail}


def unmeasured(what, goal, why):
    """A row that could not be measured."""
    return {"what": what, "value": f"not measured: {why}", "goal": goal, "met": None}


def start(bench, paths, what, most):
    """A run over little, as a multiple of an empty program."""
    samples = paired(max(bench.runs, 15), {"ours": bench.check(*paths), "empty": [bench.empty_program]},
                     bench.environment)
    value = ratio(samples["ours"], samples["empty"])
    return result(what, f"{value:.2f} ×", f"≤ {most} × an empty Swift program", value <= most, {
        "ratio": value,
        "milliseconds": median(samples["ours"]) * 1e3,
        "peer": f"{median(samples['ours']) * 1e3:.1f} ms against {median(samples['empty']) * 1e3:.1f} ms",
    })


def short(bench):
    return start(bench, [bench.short], "one short post, all built-in packs", 2)


def hook(bench):
    return start(bench, bench.files_of(20)[1], "20 drafts (a hook)", 3)


def files(bench):
    count = bench.size["files"]
    folder, paths = bench.files_of(count)
    samples = paired(bench.runs, {"ours": bench.check(folder), "cat": ["cat", *paths]}, bench.environment)
    value = ratio(samples["ours"], samples["cat"])
    each = median(samples["ours"]) / count * 1e6
    return result(f"{count:,} short files", f"{value:.1f} ×", "≤ 2.5 × cat", value <= 2.5, {
        "ratio": value,
        "peer": f"{each:.0f} µs a file against {median(samples['cat']) / count * 1e6:.0f} µs",
    })


def stream(bench):
    size = os.path.getsize(bench.stream)
    samples = paired(bench.runs, {"ours": bench.check(bench.stream), "wc": ["wc", "-w", bench.stream]},
                     bench.environment)
    value = 1 / ratio(samples["ours"], samples["wc"])
    speed = size / median(samples["ours"]) / 1e6
    return result(f"{bench.size['posts']:,} JSON Lines posts, all built-in packs, one core", f"{value:.2f} ×",
                  "≥ 0.5 × the speed of wc -w", value >= 0.5, {
                      "ratio": value,
                      "megabytes_per_second": speed,
                      "posts_per_second": bench.size["posts"] / median(samples["ours"]),
                      "peer": f"{speed:.1f} MB/s against {size / median(samples['wc']) / 1e6:.1f} MB/s",
                  })


def cores(bench):
    what, goal = "the same on two cores", "≥ 1.8 × one core"
    if (os.cpu_count() or 1) < 2:
        return unmeasured(what, goal, "this machine has one")
    samples = paired(bench.runs, {"one": bench.check(bench.stream), "two": bench.check(bench.stream, jobs=2)},
                     bench.environment)
    value = ratio(samples["one"], samples["two"], "wall")
    more = ratio(samples["two"], samples["one"])
    return result(what, f"{value:.2f} ×", goal, value >= 1.8, {
        "ratio": value, "processor_time": more, "peer": f"{more:.2f} × the processor time of one"})


def against(bench, count, peer, command, least):
    """Words rules alone on plain text against a peer, both beyond their start."""
    text, tiny = bench.text_of(bench.size["text"]), bench.short
    ours = bench.pack_of(count)
    samples = paired(bench.runs, {
        "ours": bench.check(*ours, text), "ours start": bench.check(*ours, tiny),
        "peer": command(text), "peer start": command(tiny),
    }, bench.environment)
    value = net_ratio(samples, "peer", "ours")
    size = os.path.getsize(text)
    return result(f"{count:,} phrases against {peer}", f"{value:.2f} ×", f"≥ {least} × {peer}", value >= least, {
        "ratio": value,
        "megabytes_per_second": size / net(samples, "ours") / 1e6,
        "peer": f"{size / net(samples, 'ours') / 1e6:.0f} MB/s against {size / net(samples, 'peer') / 1e6:.0f} MB/s",
    })


def rg(bench, count, least):
    if not bench.rg:
        return unmeasured(f"{count:,} phrases against rg", f"≥ {least} × rg", bench.missing["rg"])
    words = bench.phrases_of(count)
    return against(bench, count, "rg", lambda text: [
        bench.rg, "--no-unicode", "-j1", "-F", "-w", "-i", "-c", "-f", words, text], least)


def hyperscan(bench):
    what, goal = "10,000 phrases against Hyperscan", "≥ 0.5 × Hyperscan"
    if not bench.hyperscan:
        return unmeasured(what, goal, bench.missing["Hyperscan"])
    text, ours = bench.text_of(bench.size["text"]), bench.pack_of(10_000)
    samples = paired(bench.runs, {
        "ours": bench.check(*ours, text), "ours start": bench.check(*ours, bench.short)}, bench.environment)
    # Compiling takes Hyperscan far longer than searching, so its driver tells the time of the search.
    command = [bench.hyperscan, bench.phrases_of(10_000), text, str(bench.runs)]
    seconds = float(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()[1])
    size = os.path.getsize(text) / 1e6
    value = seconds / net(samples, "ours")
    return result(what, f"{value:.2f} ×", goal, value >= 0.5, {
        "ratio": value,
        "megabytes_per_second": size / net(samples, "ours"),
        "peer": f"{size / net(samples, 'ours'):.0f} MB/s against {size / seconds:.0f} MB/s",
    })


def phrases(bench):
    few, many = bench.pack_of(1_000), bench.pack_of(10_000)
    samples = paired(bench.runs, {
        "many": bench.check(*many, bench.stream), "many start": bench.check(*many, bench.short),
        "few": bench.check(*few, bench.stream), "few start": bench.check(*few, bench.short),
    }, bench.environment)
    value = net_ratio(samples, "many", "few")
    return result("1,000 → 10,000 phrases", f"{value:.2f} ×", "< 1.5 ×", value < 1.5, {
        "ratio": value,
        "peer": f"{net(samples, 'many'):.2f} s against {net(samples, 'few'):.2f} s",
    })


def peak_of(process):
    """The most memory a running process has had, in bytes; None where the system does not say."""
    try:
        with open(f"/proc/{process.pid}/status") as file:
            return next(int(line.split()[1]) * 1024 for line in file if line.startswith("VmHWM"))
    except (OSError, StopIteration):
        return None


def memory(bench):
    total = bench.size["endless"]
    what, goal = f"peak memory on a stream of {total / 1e6:,.0f} MB", "< 64 MB, flat"
    process = subprocess.Popen(
        bench.check("--stdin-filename", "posts.jsonl", "-", jobs=os.cpu_count() or 1),
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=bench.environment)
    written, number, early = 0, 0, None
    while written < total:
        block = workloads.lines(bench.texts, number, 4_000).encode()
        process.stdin.write(block)
        written += len(block)
        number += 4_000
        if early is None and written >= total / 4:
            early = peak_of(process)
    late = peak_of(process)
    process.stdin.close()
    if process.wait() not in (0, 1):
        sys.exit("script/bench: the check of a stream failed")
    if early is None or late is None:
        return unmeasured(what, goal, "this system does not say what a running process uses")
    is_flat = late <= early * 1.1
    return result(what, f"{late / 1e6:.0f} MB{'' if is_flat else ', rising'}", goal, late < 64e6 and is_flat, {
        "ratio": late / 64e6, "peer": f"{early / 1e6:.0f} MB after a quarter"})


def draft(bench):
    size = bench.size["long"]
    half, whole = bench.text_of(size // 2), bench.text_of(size)
    samples = paired(bench.runs, {
        "whole": bench.check(whole), "whole start": bench.check(bench.short),
        "half": bench.check(half), "half start": bench.check(bench.short),
    }, bench.environment)
    growth = net_ratio(samples, "whole", "half") / (os.path.getsize(whole) / os.path.getsize(half))
    times = max(s.peak for s in samples["whole"]) / os.path.getsize(whole)
    speed = os.path.getsize(whole) / net(samples, "whole") / 1e6
    return result(f"one plain-text draft of {size / 1e6:,.0f} MB",
                  f"{times:.1f} × its size, {growth:.2f} × the time a byte of half", "< 8 ×, linear (≤ 1.2 ×)",
                  times < 8 and growth <= 1.2,
                  {"ratio": times, "growth": growth, "megabytes_per_second": speed, "peer": f"{speed:.1f} MB/s"})


ALL = {
    "short": short,
    "hook": hook,
    "files": files,
    "stream": stream,
    "cores": cores,
    "rg-1000": lambda bench: rg(bench, 1_000, 2),
    "rg-10000": lambda bench: rg(bench, 10_000, 15),
    "hyperscan": hyperscan,
    "phrases": phrases,
    "memory": memory,
    "draft": draft,
}


def growth(bench):
    """The curves: points of (how many, processor seconds), the last of (threads, times as fast as one)."""
    def seconds(command, start):
        samples = paired(max(2, bench.runs // 2), {"x": command, "x start": start}, bench.environment)
        return net(samples, "x")

    text = [[size, seconds(bench.check(bench.text_of(size)), bench.check(bench.short))]
            for size in (bench.size["text"] // part for part in (16, 8, 4, 2, 1))]
    rules = []
    for count in (100, 300, 1_000, 3_000, 10_000, 30_000):
        pack = bench.pack_of(count)
        rules.append([count, seconds(bench.check(*pack, bench.stream), bench.check(*pack, bench.short))])
    threads = [[1, 1.0]]
    for jobs in range(2, (os.cpu_count() or 1) + 1):
        samples = paired(bench.runs, {"one": bench.check(bench.stream), "more": bench.check(bench.stream, jobs=jobs)},
                         bench.environment)
        threads.append([jobs, ratio(samples["one"], samples["more"], "wall")])
    return {"text": text, "phrases": rules, "threads": threads}
