#!/bin/sh
# What a person waits for: `--help`, and the example shop without faults from start to report.
#   benchmarks/run.sh [ROUNDS] [FILE]     3 rounds; docs/benchmarks/run.md unless named
# Needs python3 to read the JSON report. Builds first; the build is not measured.
set -eu
cd "$(dirname "$0")/.."
rounds=${1:-3}
page=${2:-docs/benchmarks/run.md}
./concordat --version >/dev/null
./concordat demo --healthy >/dev/null 2>&1

python3 - "$rounds" >"$page" <<'PYTHON'
import json, os, resource, statistics, subprocess, sys, time

rounds = int(sys.argv[1])

def timed(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.time()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    wall = time.time() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, done

def row(what, values, unit="s"):
    print(f"| {what} | {len(values)} | {min(values):.2f} | {statistics.median(values):.2f} | {max(values):.2f} |")

helps = [timed(["./concordat", "--help"]) for _ in range(10)]
runs = []
for _ in range(rounds):
    wall, cpu, done = timed(["./concordat", "demo", "--healthy", "--format", "json"])
    report = json.loads(done.stdout)
    assert done.returncode == 0 and report["verdict"] == "holds", report["verdict"]
    runs.append((wall, cpu, report))

print("# What a person waits for\n")
print("Written by `benchmarks/run.sh` with the example shop, no fault switched on, everything built before:")
print(f"five systems, two databases, Kafka, {len(runs[0][2]['cases'])} cases, zero findings. "
      f"{os.cpu_count()} processors; load average before {os.getloadavg()[2]:.1f}")
print("(other work included, so these are upper bounds). Seconds.\n")
print("| what | times | least | median | most |")
print("|---|---:|---:|---:|---:|")
row("`concordat --help`, whole process", [h[0] for h in helps])
row("… CPU", [h[1] for h in helps])
row("slowest part or system ready, warm", [r[2]["readyMillis"] / 1000 for r in runs])
row("cases and flows, environment running", [r[2]["durationMillis"] / 1000 for r in runs])
row("whole run, process start to report", [r[0] for r in runs])
row("… CPU of Concordat and what it waited for", [r[1] for r in runs])
PYTHON
cat "$page"
