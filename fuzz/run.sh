#!/bin/sh
# Looks for inputs that a reader cannot take: a crash, more than 10 s, more than 1 GiB.
#   fuzz/run.sh [--seconds N] [--folder DIR] [READER…]      without READER: every reader, one after the other
# Needs JDK 25 (JAVA_HOME) and Maven. What was found is printed and kept in DIR (default fuzz/target/found); the inputs that
# reach new code are kept there too, so that the next run goes on from them. Ends with 1 when something was found.
set -eu
cd "$(dirname "$0")/.."
seconds=600
folder=fuzz/target/found
while [ $# -gt 0 ]; do
  case $1 in
    --seconds) seconds=$2; shift 2 ;;
    --folder) folder=$2; shift 2 ;;
    -h | --help) sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 0 ;;
    -*) echo "unknown option $1; try --help" >&2; exit 2 ;;
    *) break ;;
  esac
done
[ $# -gt 0 ] || set -- $(ls fuzz/seeds)
for reader in "$@"; do
  [ -d "fuzz/seeds/$reader" ] || { echo "there is no reader '$reader'; there are: $(ls fuzz/seeds | tr '\n' ' ')" >&2; exit 2; }
done
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
"$java" --version | head -n 1 | grep -Eq ' (2[5-9]|[3-9][0-9])' || { echo "JDK 25 or newer is needed: set JAVA_HOME" >&2; exit 2; }
[ -n "${FUZZ_BUILT:-}" ] || mvn -q -B -Pfuzz -pl fuzz -am -DskipTests package \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile=target/classpath
classpath=fuzz/target/classes:$(cat fuzz/target/classpath)
status=0
for reader in "$@"; do
  seeds=$(pwd)/fuzz/seeds/$reader
  mkdir -p "$folder/$reader/corpus"
  printf '\001' >"$folder/$reader/corpus/assembled"
  echo "=== $reader, $seconds s"
  "$java" -Xmx1g -XX:+UseSerialGC -cp "$classpath" com.code_intelligence.jazzer.Jazzer \
    --target_class=dev.concordat.fuzz.FuzzTarget --target_args="$reader $seeds" \
    --instrumentation_includes='dev.concordat.**' --disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection \
    --keep_going=20 --reproducer_path="$folder/$reader" \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=3000 -max_len=6000 -print_final_stats=1 -report_slow_units=3 \
    -artifact_prefix="$folder/$reader/" "$folder/$reader/corpus" "$seeds" >"$folder/$reader/log" 2>&1 || status=1
  grep -E '^(== Java Exception|stat::number_of_executed_units|stat::peak_rss|SUMMARY|ERROR)' "$folder/$reader/log" || tail -n 5 "$folder/$reader/log"
done
exit $status
