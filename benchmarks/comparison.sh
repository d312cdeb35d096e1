#!/bin/sh
# What comparing two big descriptions costs, the whole process from its start, next to `redocly diff` and openapi-diff in
# the same run, taken in turns.
#   benchmarks/comparison.sh [ROUNDS] [FILE] [OLD NEW]
# Three rounds and docs/benchmarks/comparison.md unless named; what stands there from the first `##` on is kept. Without OLD
# and NEW: GitHub's description 22.0.0 and 23.0.2 (npm @octokit/openapi, fetched into a temporary folder). Needs JDK 25,
# Maven, python3, node and npm.
set -eu
cd "$(dirname "$0")/.."
rounds=${1:-3}
page=${2:-docs/benchmarks/comparison.md}
[ $# -gt 2 ] && shift 2 || set --
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./concordat --version >/dev/null 2>&1 || ./concordat explain >/dev/null
mvn -q -B -P 'benchmarks,!checks' -pl benchmarks -am -DskipTests package \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile=target/classpath
# An older java on the PATH would end at once, and look cheap.
java=
for home in "${CONCORDAT_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk*; do
  [ -n "$java" ] || ! grep -q '^JAVA_VERSION="\(2[5-9]\|[3-9]\)' "$home/release" 2>/dev/null || java=$home/bin/java
done
[ -n "$java" ] || { echo "no JDK 25 or newer: set JAVA_HOME" >&2; exit 1; }
classpath=benchmarks/target/classes:$(cat benchmarks/target/classpath)
if [ $# -eq 0 ]; then
  for version in 22.0.0 23.0.2; do
    (cd "$work" && npm pack --silent @octokit/openapi@$version >/dev/null && tar xzf octokit-openapi-$version.tgz \
      package/generated/api.github.com.json && mv package/generated/api.github.com.json github-$version.json)
  done
  set -- "$work/github-22.0.0.json" "$work/github-23.0.2.json"
fi
(cd "$work" && npm init -y >/dev/null && npm install --silent --no-audit --no-fund @redocly/cli@2.77.0 >/dev/null 2>&1)
export CONCORDAT_HOME="$work/home"
python3 - "$java" "$classpath" "$rounds" "$work/node_modules/.bin/redocly" "$work" "$@" >"$work/page" <<'PYTHON'
import datetime, os, statistics, subprocess, sys

java, classpath, rounds, redocly, work, old, new = sys.argv[1], sys.argv[2], int(sys.argv[3]), *sys.argv[4:]
flags = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g"]

def measure(command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command[0]} ended with {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024

peer = [java, *flags, "-cp", classpath, "dev.concordat.benchmarks.comparison.PeerDiffOne"]
variants = [
    ("`./concordat diff OLD NEW`", ["./concordat", "diff", old, new]),
    ("`./concordat diff NEW NEW`", ["./concordat", "diff", new, new]),
    ("`redocly diff OLD NEW` 2.77", [redocly, "diff", old, new]),
    ("openapi-diff-core 2.1.7, OLD NEW", [*peer, old, new]),
]
results = {name: [] for name, _ in variants}
load = os.getloadavg()[0]
measure(variants[1][1])
for _ in range(rounds):
    for name, command in variants:
        results[name].append(measure(command))
print("# What comparing two big descriptions costs\n")
print(f"Written by `benchmarks/comparison.sh {rounds}`: `{os.path.basename(old)}` ({os.path.getsize(old) / 1e6:.1f} MB) and")
print(f"`{os.path.basename(new)}` ({os.path.getsize(new) / 1e6:.1f} MB); a fresh process each time, user and system time of all of")
print(f"it, taken in turns, {rounds} rounds after one that is not counted. {os.cpu_count()} processors, load average before:")
print(f"{load:.1f}, {datetime.date.today()}. Concordat judges every message by inclusion and shows a message for every break.\n")
print("| who | CPU s, least | median | most | peak memory, MiB | CPU, to the first row |")
print("|---|---:|---:|---:|---:|---:|")
first = statistics.median(cpu for cpu, _ in results[variants[0][0]])
for name, _ in variants:
    cpu = [c for c, _ in results[name]]
    print(f"| {name} | {min(cpu):.2f} | {statistics.median(cpu):.2f} | {max(cpu):.2f} | {max(m for _, m in results[name]):.0f} "
          f"| {statistics.median(cpu) / first:.1f} × |")
PYTHON
# What people wrote below the table stays.
if [ -f "$page" ]; then
  echo >>"$work/page"
  sed -n '/^## /,$p' "$page" >>"$work/page"
fi
cp "$work/page" "$page"
cat "$page"
