#!/bin/sh
# How much processor time and memory reading a big description costs, the whole process from its start, next to
# swagger-parser in the same run.
#   benchmarks/reading.sh [ROUNDS] [FILE] [DESCRIPTION…]
# Three rounds and docs/benchmarks/reading.md unless named. Without descriptions: GitHub's (npm @octokit/openapi, fetched
# into a temporary folder) and a generated one of 11,000 operations. Needs JDK 25, Maven, python3, and npm for the former.
set -eu
cd "$(dirname "$0")/.."
rounds=${1:-3}
page=${2:-docs/benchmarks/reading.md}
[ $# -gt 2 ] && shift 2 || set --
mvn -q -B -Pbenchmarks -pl benchmarks -am -DskipTests package \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile=target/classpath
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classpath=benchmarks/target/classes:$(cat benchmarks/target/classpath)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ $# -eq 0 ]; then
  (cd "$work" && npm pack --silent @octokit/openapi@23.0.2 >/dev/null && tar xzf octokit-openapi-23.0.2.tgz)
  "$java" -cp "$classpath" dev.concordat.benchmarks.reading.LargeDescription "$work/generated-11000.json" 11000 2000 7
  set -- "$work/package/generated/api.github.com.json" "$work/generated-11000.json"
fi
python3 - "$java" "$classpath" "$rounds" "$@" >"$work/page" <<'PYTHON'
import datetime, os, statistics, subprocess, sys

java, classpath, rounds, files = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:]
launcher = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders", "-Xmx1g"]
room = "dev.concordat.benchmarks.reading."

def measure(flags, main, file):
    process = subprocess.Popen([java, *flags, "-cp", classpath, room + main, file],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{main} failed on {file}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024

variants = [
    ("Concordat, as `./concordat` starts it, without its cache", launcher, "ReadOne"),
    ("the same, with digests of the meaning", launcher, "MeaningOfOne"),
    ("Concordat, the JVM's own settings", [], "ReadOne"),
    ("swagger-parser, settings as the first", launcher, "PeerReadOne"),
    ("swagger-parser, the JVM's own settings", [], "PeerReadOne"),
]
print("# What reading a big description costs\n")
print(f"Written by `benchmarks/reading.sh {rounds}`: a fresh process each time, user and system time of all of it, the JVM's")
print(f"start included; least and median of {rounds} rounds, taken in turns. {os.cpu_count()} processors; load average before: "
      f"{os.getloadavg()[0]:.1f}, {datetime.date.today()},")
print("so these are upper bounds. Concordat also compiles every schema, judges every example and knows every place;")
print("swagger-parser (with `resolve`) does none of it.\n")
for file in files:
    results = {name: [] for name, _, _ in variants}
    for _ in range(rounds):
        for name, flags, main in variants:
            results[name].append(measure(flags, main, file))
    print(f"## `{os.path.basename(file)}`, {os.path.getsize(file) / 1e6:.1f} MB\n")
    print("| who | CPU s, least | median | peak memory, MiB | CPU, to the first row |")
    print("|---|---:|---:|---:|---:|")
    first = statistics.median(cpu for cpu, _ in results[variants[0][0]])
    for name, _, _ in variants:
        cpu = [c for c, _ in results[name]]
        print(f"| {name} | {min(cpu):.2f} | {statistics.median(cpu):.2f} | {max(m for _, m in results[name]):.0f} "
              f"| {statistics.median(cpu) / first:.1f} × |")
    print()
PYTHON
cp "$work/page" "$page"
cat "$page"
