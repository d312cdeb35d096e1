#!/bin/sh
# What judging a 20 KB message by JSON Schema costs: ours beside networknt and dev.harrel, in one JMH run of about four minutes.
#   benchmarks/validation.sh [FILE]      where the page goes; docs/benchmarks/validation.md unless named
# Needs JDK 25 (JAVA_HOME) and Maven.
set -eu
cd "$(dirname "$0")/.."
mvn -q -B -Pbenchmarks -pl benchmarks -am -DskipTests package \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile=target/classpath
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
  dev.concordat.benchmarks.validation.ValidationPage "${1:-docs/benchmarks/validation.md}"
