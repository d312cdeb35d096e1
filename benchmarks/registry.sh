#!/bin/sh
# How quickly a registry as big as a big company's answers: 1 000 systems, 100 000 versions, 500 000 publications, 1 000 000
# verifications, filled by COPY into the PostgreSQL of the tests; then each question over HTTP, one after the other.
#   benchmarks/registry.sh [ROUNDS] [FILE]
# 300 rounds of each question and docs/benchmarks/registry.md unless named; what stands there from the first `##` on is kept.
# A few minutes and 1 GB of disk. Needs JDK 25 and Maven.
set -eu
cd "$(dirname "$0")/.."
rounds=${1:-300}
page=${2:-docs/benchmarks/registry.md}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
kept=
[ -f "$page" ] && kept=$(sed -n '/^## /,$p' "$page")
mvn -q -B -pl registry -am -Dtests.only=soak -Dtests.excluded= -Dtest=RegistrySpeedTest \
  -Dsurefire.failIfNoSpecifiedTests=false -Dconcordat.speed.rounds="$rounds" -Dpage="$work/table" test
{
  echo "# How quickly the registry answers"
  echo
  echo "Written by \`benchmarks/registry.sh\`, $(date -u +%Y-%m-%d), $(nproc) processors, load $(cut -d' ' -f1 /proc/loadavg)."
  echo "Times are from sending a request to having its whole answer, over HTTP on loopback."
  echo
  cat "$work/table"
  [ -z "$kept" ] || printf '\n%s\n' "$kept"
} >"$page.new"
mv "$page.new" "$page"
cat "$page"
