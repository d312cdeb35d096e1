#!/bin/sh
# What a link costs: exchanges per CPU second of the process in the middle, what it adds to one request, and bytes in a second,
# ours beside HAProxy, WireMock and MockServer, in the same run.
#   benchmarks/link.sh [--rounds N] [--seconds N] [--connections N] [--out FILE]
# Needs JDK 25 (JAVA_HOME) and Maven; uses wrk, h2load and haproxy where they are installed (Debian: apt-get
# install wrk nghttp2-client haproxy); without h2load there are no figures of HTTP/2.
set -eu
cd "$(dirname "$0")/.."
mvn -q -B -Pbenchmarks -pl benchmarks -am -DskipTests package \
  org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile=target/classpath
copy() {
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:copy -Dartifact="$1" -DoutputDirectory=benchmarks/target/peers
}
copy org.wiremock:wiremock-standalone:3.13.2
copy org.mock-server:mockserver-netty:7.6.0:jar:jar-with-dependencies
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
  dev.concordat.benchmarks.link.LinkBenchmark --peers benchmarks/target/peers "$@"
