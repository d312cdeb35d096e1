#!/bin/sh
# Fetches the peers that benchmarks/standin.sh measures beside ours, with the clients of their registries as they are set up.
#   benchmarks/standin-peers.sh FOLDER
# Needs Maven, npm and unzip. What cannot be had is told and left out. WireMock 4's betas are not in the central repository.
set -u
mkdir -p "$1"
cd "$1" || exit 1
[ -f package.json ] || npm init -y >/dev/null
npm install --silent --no-audit --no-fund @stoplight/prism-cli@5.14 @stdy/cli@0.22 || echo "npm: not all of Prism and Steady" >&2
copy() {
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:copy -Dartifact="$1" -DoutputDirectory="$PWD" || echo "Maven: no $1" >&2
}
[ -f wiremock-standalone-3.13.2.jar ] || copy org.wiremock:wiremock-standalone:3.13.2
[ -f hoverfly-java-0.20.2.jar ] || copy io.specto:hoverfly-java:0.20.2
case $(uname -m) in
  aarch64) hoverfly=binaries/hoverfly_linux_arm64 ;;
  *) hoverfly=binaries/hoverfly_linux_amd64 ;;
esac
[ -x hoverfly ] || { unzip -p hoverfly-java-0.20.2.jar $hoverfly >hoverfly && chmod +x hoverfly; }
cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>peers</groupId>
  <artifactId>peers</artifactId><version>1</version><dependencies><dependency><groupId>org.mock-server</groupId>
  <artifactId>mockserver-netty</artifactId><version>7.6.0</version></dependency></dependencies></project>
POM
[ -f mockserver.classpath ] || mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:build-classpath \
  -Dmdep.outputFile="$PWD/mockserver.classpath" || echo "Maven: no MockServer" >&2
