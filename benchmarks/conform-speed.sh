#!/bin/sh
# Cases per CPU second of `concordat conform`, its start included, and how much memory it holds as it goes on.
#   benchmarks/conform-speed.sh [BUDGET] [SERVER] [FLAG...]
# BUDGET: 60s. SERVER: TrivialServer (the default; nearly no work) or WorkshopServer (19 operations, checks everything).
# With MINUTES=5 the heap after a full collection is printed every five minutes. Flags go to `concordat conform`.
# Needs JDK 25, Maven and python3. CPU is user and system time of the client's process.
set -eu
cd "$(dirname "$0")/.."
budget=${1:-60s}
server=${2:-TrivialServer}
[ $# -gt 2 ] && shift 2 || shift $#
if [ -z "${SERVERS:-}" ]; then
  ./concordat explain >/dev/null
  mvn -q -B -pl conform -am -DskipTests test-compile \
    org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile=target/classpath
  SERVERS="${JAVA_HOME:+$JAVA_HOME/bin/}java -cp conform/target/test-classes:conform/target/classes:$(cat conform/target/classpath)"
fi
python3 - "$budget" "$SERVERS dev.concordat.conform.service.$server" "${CONCORDAT:-./concordat}" "${MINUTES:-0}" "$@" <<'PYTHON'
import os, re, subprocess, sys, tempfile, threading

budget, server, concordat, minutes, flags = sys.argv[1], sys.argv[2].split(), sys.argv[3].split(), float(sys.argv[4]), sys.argv[5:]
folder = "conform/src/test/resources/dev/concordat/conform/service/"
isWorkshop = server[-1].endswith("WorkshopServer")
description = folder + ("workshop.yaml" if isWorkshop else "notes.yaml")
users = ["--bearer", "token-ada", "--user", "bearer:token-bob", "--secret", "key=key-workshop"] if isWorkshop else []
provider = subprocess.Popen(server, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
url = provider.stdout.readline().strip()
command = [*concordat, "conform", description, "--url", url, "--budget", budget, "--seed", "1", *users, *flags]
ended = threading.Event()

def sample(pid):
    while not ended.wait(minutes * 60):
        subprocess.run(["jcmd", str(pid), "GC.run"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        heap = subprocess.run(["jcmd", str(pid), "GC.heap_info"], capture_output=True, text=True).stdout
        used = int(re.search(r"(?i:tenured)[^\n]* used (\d+)K", heap)[1])
        print(f"heap after a full collection: {used / 1024:.1f} MB", flush=True)

with tempfile.TemporaryFile("w+") as out:
    client = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
    if minutes:
        threading.Thread(target=sample, args=[client.pid], daemon=True).start()
    _, _, usage = os.wait4(client.pid, 0)
    ended.set()
    provider.stdin.close()
    provider.wait()
    out.seek(0)
    text = out.read()
line = re.search(r".*operations tested, .*", text)
cases = int(re.sub(r"\D", "", re.search(r"tested, ([\d,]+) cases", text)[1]))
cpu = usage.ru_utime + usage.ru_stime
print(line[0].strip())
print(f"{cpu:.1f} s of CPU ({usage.ru_utime:.1f} user, {usage.ru_stime:.1f} system), at most {usage.ru_maxrss / 1024:.0f} MB: "
      f"{cases / cpu:.0f} cases a CPU second; load {os.getloadavg()[0]:.1f}")
PYTHON
