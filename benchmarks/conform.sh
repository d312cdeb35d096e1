#!/bin/sh
# What `concordat conform` finds in the workshop (conform/src/test), without a fault and with each of the ten faults of
# TOSEM 2023, Table 7, next to Dredd, Specmatic and Tcases in the same run. CPU is user and system time of the client's processes.
#   benchmarks/conform.sh [FAULT...]
# Prints the table. Needs JDK 25, Maven, python3, node and npm. Peers go into a temporary folder, or into $PEERS if it is set.
# Peers get a copy of the description as OpenAPI 3.0.3, which all of them know better than 3.1, with examples for path
# parameters, and without the deep object and the quotes in a pattern, which Specmatic refuses. Specmatic takes tokens from the
# environment, by the names of security schemes, and sends one combination of each test: all of them were more than 6,000
# tests, not over in nine minutes. Tcases makes request cases; tcases.py sends them and expects what Tcases' own tests do.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
peers=${PEERS:-$work/peers}
mkdir -p "$peers"
[ -x "$peers/node_modules/.bin/dredd" ] || (cd "$peers" && npm init -y >/dev/null &&
  npm install --silent --no-audit --no-fund --omit=optional dredd@14.1.0 specmatic@2.55.1 >/dev/null)
if [ ! -f "$peers/tcases.classpath" ]; then
  cat > "$peers/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>peers</groupId>
  <artifactId>peers</artifactId><version>1</version><dependencies><dependency><groupId>org.cornutum.tcases</groupId>
  <artifactId>tcases-openapi</artifactId><version>4.0.5</version></dependency></dependencies></project>
POM
  mvn -q -B -f "$peers/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:build-classpath \
    -Dmdep.outputFile="$peers/tcases.classpath"
fi
if [ -z "${WORKSHOP:-}" ]; then
  ./concordat explain >/dev/null
  mvn -q -B -pl conform -am -DskipTests test-compile \
    org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile=target/classpath
  WORKSHOP="${JAVA_HOME:+$JAVA_HOME/bin/}java -cp conform/target/test-classes:conform/target/classes:$(cat conform/target/classpath) dev.concordat.conform.service.WorkshopServer"
fi
[ $# -gt 0 ] || set -- CRASH_ON_ALTERNATIVE WRONG_TYPE_IN_RESPONSE UNDECLARED_SUCCESS MAXIMUM_IGNORED ENUM_IGNORED \
  REQUIRED_IGNORED LOCATION_LEADS_NOWHERE DELETE_DOES_NOTHING PUT_KEEPS_OLD_MEMBERS PUT_NOT_IDEMPOTENT
python3 - "$work" "$peers" "$WORKSHOP" "${CONCORDAT:-./concordat}" "$@" <<'PYTHON'
import datetime, json, os, re, subprocess, sys

work, peers, workshop, concordat, faults = sys.argv[1], sys.argv[2], sys.argv[3].split(), sys.argv[4], sys.argv[5:]
description = "conform/src/test/resources/dev/concordat/conform/service/workshop.yaml"
text = open(description).read()
text = re.sub(r"        - name: range\n(?:          .*\n)+", "", text)
known = {"sku": "WRK-1001", "customerId": "c4ca4238-a0b9-3382-8dcc-509a6f75849b", "orderId": "2", "name": "notes"}
for name, example in known.items():
    text = re.sub(rf"(name: {name}\n +in: path\n( +)required: true\n)", lambda m: f"{m[1]}{m[2]}example: {example}\n", text)
text = text.replace("openapi: 3.1.0", "openapi: 3.0.3")
text = re.sub(r"type: \[(\w+), 'null'\]", r"type: \1, nullable: true", text)
text = re.sub(r"exclusiveMinimum: (\d+)", r"minimum: \1, exclusiveMinimum: true", text)
text = re.sub(r"const: (\w+)", r"type: string, enum: [\1]", text)
text = text.replace(""", pattern: '^"[^"]+"$'""", "")
open(f"{work}/workshop.yaml", "w").write(text)
with open(f"{work}/cases.json", "wb") as cases:
    subprocess.run(["java", "-cp", open(f"{peers}/tcases.classpath").read(), "benchmarks/Tcases.java", f"{work}/workshop.yaml"],
                   stdout=cases, stderr=subprocess.DEVNULL, check=True)
os.environ.update({"token": "token-ada", "key": "key-workshop", "MAX_TEST_REQUEST_COMBINATIONS": "1"})

def ours(url):
    command = [concordat, "conform", description, "--url", url, "--no-fuzz", "--no-learned", "--seed", "1", "--format", "json",
               "--bearer", "token-ada", "--user", "bearer:token-bob", "--secret", "key=key-workshop"]
    return command, ".", lambda out: len(json.loads(out)["findings"])

def dredd(url):
    command = [f"{peers}/node_modules/.bin/dredd", f"{work}/workshop.yaml", url + "/v1",
               "--header", "Authorization: Bearer token-ada", "--header", "X-Api-Key: key-workshop"]
    return command, work, lambda out: sum(int(n) for n in re.findall(r"(\d+) (?:failing|errors)", out))

def specmatic(url):
    command = [f"{peers}/node_modules/.bin/specmatic", "test", "workshop.yaml", f"--testBaseURL={url}/v1"]
    return command, work, lambda out: int((re.findall(r"Failures: (\d+)", out) or ["-1"])[-1])

def tcases(url):
    command = ["python3", "benchmarks/tcases.py", f"{work}/cases.json", url, "Bearer token-ada", "key-workshop"]
    return command, ".", lambda out: int(re.search(r"(\d+) failures", out)[1])

def measure(tool, on):
    server = subprocess.Popen([*workshop, *on], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    url = server.stdout.readline().strip()
    command, folder, count = tool(url)
    process = subprocess.Popen(command, cwd=folder, stdout=open(f"{work}/out", "wb"), stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    server.stdin.close()
    requests = int(server.stdout.readline())
    server.wait()
    findings = count(open(f"{work}/out", errors="replace").read())
    return findings, requests, usage.ru_utime + usage.ru_stime

tools = [("`concordat conform --no-fuzz`", ours), ("Dredd 14.1.0", dredd), ("Tcases 4.0.5", tcases),
         ("Specmatic 2.55.1", specmatic)]
print(f"{len(faults)} faults, each alone; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {datetime.date.today()}.\n")
print("| who | faults that change the number of findings | findings, all faults | false alarms on the correct service "
      "| requests a run | CPU s a run |")
print("|---|---:|---:|---:|---:|---:|")
for name, tool in tools:
    alarms, requests, cpu = measure(tool, [])
    runs = [measure(tool, [fault]) for fault in faults]
    found = sum(1 for findings, _, _ in runs if findings != alarms)
    total = sum(findings for findings, _, _ in runs)
    every = [(requests, cpu)] + [(r, c) for _, r, c in runs]
    print(f"| {name} | {found} of {len(faults)} | {total} | {alarms} | {sum(r for r, _ in every) / len(every):.0f} "
          f"| {sum(c for _, c in every) / len(every):.1f} |", flush=True)
PYTHON
