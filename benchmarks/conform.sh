#!/bin/sh
# What `concordat conform` finds in the workshop (conform/src/test), without a fault and with each of the ten faults of
# TOSEM 2023, Table 7, next to Dredd and Specmatic in the same run. CPU is user and system time of the client's processes.
#   benchmarks/conform.sh [FAULT...]
# Prints the table. Needs JDK 25, Maven, python3, node and npm. Peers go into a temporary folder, or into $PEERS if it is set.
# Peers get a copy of the description with examples for path parameters and without the deep object that Specmatic refuses.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
peers=${PEERS:-$work/peers}
mkdir -p "$peers"
[ -x "$peers/node_modules/.bin/dredd" ] || (cd "$peers" && npm init -y >/dev/null &&
  npm install --silent --no-audit --no-fund --omit=optional dredd@14.1.0 specmatic@2.55.1 >/dev/null)
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
open(f"{work}/workshop.yaml", "w").write(text)
open(f"{work}/specmatic.yaml", "w").write("""version: 2
contracts: [{provides: [workshop.yaml]}]
security: {OpenAPI: {securitySchemes: {token: {type: bearer, token: token-ada}, key: {type: apiKey, value: key-workshop}}}}
""")

def ours(url):
    command = [concordat, "conform", description, "--url", url, "--no-fuzz", "--seed", "1", "--format", "json",
               "--bearer", "token-ada", "--user", "bearer:token-bob", "--secret", "key=key-workshop"]
    return command, ".", lambda out: len(json.loads(out)["findings"])

def dredd(url):
    command = [f"{peers}/node_modules/.bin/dredd", f"{work}/workshop.yaml", url + "/v1",
               "--header", "Authorization: Bearer token-ada", "--header", "X-Api-Key: key-workshop"]
    return command, work, lambda out: sum(int(n) for n in re.findall(r"(\d+) (?:failing|errors)", out))

def specmatic(url):
    command = [f"{peers}/node_modules/.bin/specmatic", "test", "workshop.yaml", f"--testBaseURL={url}/v1"]
    return command, work, lambda out: int((re.findall(r"Failures: (\d+)", out) or ["-1"])[-1])

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

tools = [("`concordat conform --no-fuzz`", ours), ("Dredd 14.1.0", dredd), ("Specmatic 2.55.1", specmatic)]
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
