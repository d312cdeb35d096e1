#!/bin/sh
# How long the example shop takes to get ready, and how long fresh data take.
#   benchmarks/environment.sh [FILE]      where the page goes; docs/benchmarks/environment.md unless named
# Needs JDK 25 (JAVA_HOME) and Maven. Builds the shop first: its build is not measured.
set -eu
cd "$(dirname "$0")/.."
mvn -q -B -Pbenchmarks -pl benchmarks -am -DskipTests package \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile=target/classpath
(cd examples/shop && mvn -q -B -DskipTests package)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
  -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
  dev.concordat.benchmarks.environment.EnvironmentBenchmark examples/shop environment/parts/target \
  "${1:-docs/benchmarks/environment.md}"
