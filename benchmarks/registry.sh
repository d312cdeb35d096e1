#!/bin/sh
# How quickly a registry as big as a big company's answers: 1 000 systems, 100 000 versions, 500 000 publications, 1 000 000
# verifications, filled by COPY into the PostgreSQL of `concordat serve` as its users have it; then each question over HTTP, one
# after the other, with the processor time of the server and of PostgreSQL, and the server's memory at the end.
#   benchmarks/registry.sh [ROUNDS] [FILE]
# 300 rounds of each question and docs/benchmarks/registry.md unless named; what stands there from the first `##` on is kept.
# A few minutes and 1 GB of disk. Linux, a JDK 25 and Maven.
set -eu
cd "$(dirname "$0")/.."
rounds=${1:-300}
page=${2:-docs/benchmarks/registry.md}
work=$(mktemp -d)
server=
trap 'if [ -n "$server" ]; then kill "$server" 2>/dev/null && wait "$server"; fi; rm -rf "$work"' EXIT
kept=
[ -f "$page" ] && kept=$(sed -n '/^## /,$p' "$page")
./concordat --version >/dev/null   # builds on first use
./concordat serve --port 0 --data "$work/data" --format json >"$work/serve.json" &
server=$!
until [ -s "$work/serve.json" ]; do
  kill -0 "$server"
  sleep 0.2
done
said() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$work/serve.json"; }
port=$(sed -n 4p "$work/data/postgres/postmaster.pid")
# Without the checks, as ./concordat was built: else all rooms are compiled once more while the server waits.
mvn -q -B -P '!checks' -pl registry -am -Dtests.only=soak -Dtests.excluded= -Dtest=RegistrySpeedTest \
  -Dsurefire.failIfNoSpecifiedTests=false -Dconcordat.speed.rounds="$rounds" -Dpage="$work/table" \
  -Dconcordat.speed.url="$(said url)" -Dconcordat.speed.token="$(said token)" -Dconcordat.speed.process="$server" \
  -Dconcordat.speed.jdbc="jdbc:postgresql://127.0.0.1:$port/registry" -Dconcordat.speed.password="$(cat "$work/data/password")" test
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
