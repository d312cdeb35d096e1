"""The measuring of standin.sh: starts each server, asks it with wrk, and prints tables."""

import argparse, datetime, json, os, re, shutil, signal, subprocess, sys, tempfile, time, urllib.error, urllib.request

PORT = 18911
TICKS = os.sysconf("SC_CLK_TCK")
MANY, MOST = 1_000, 10_000
MAX_START_SECONDS = 120
MAX_ROUNDS = 12
ROUND_SECONDS = 3
BODY = '{"name":"x","price":10.10,"kind":"A","owner":{"mail":"a@example.test"},"tags":["t"]}'
CONTRACT = os.path.abspath("benchmarks/standin.yaml")
JAVA = os.path.join(os.environ["JAVA_HOME"], "bin/java") if "JAVA_HOME" in os.environ else "java"

parser = argparse.ArgumentParser()
parser.add_argument("--peers")
parser.add_argument("--big", action="append", default=[])
parser.add_argument("--warm", type=float, default=5)
parser.add_argument("--seconds", type=float, default=3)
parser.add_argument("--only", action="append", default=[])
given = parser.parse_args()
work = tempfile.mkdtemp()
ours = os.path.abspath(os.environ.get("CONCORDAT", "./concordat"))
peers = os.path.abspath(given.peers) if given.peers else None


def written(name, value):
    path = os.path.join(work, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(value if isinstance(value, str) else json.dumps(value))
    return path


def wiremock(count):
    """A folder of WireMock's mappings: one that is always the same, one that is matched and templated, and many."""
    template = """{"id":"{{request.query.q}}","name":"{{jsonPath request.body '$.name'}}","path":"{{request.path}}"}"""
    mappings = [
        {"request": {"method": "GET", "urlPath": "/hello"},
         "response": {"body": '{"hello":"world","list":[1,2,3]}', "headers": {"Content-Type": "application/json"}}},
        {"request": {"method": "POST", "urlPath": "/templated", "queryParameters": {"q": {"matches": "[0-9]+"}},
                     "bodyPatterns": [{"matchesJsonPath": "$.name"}]},
         "response": {"status": 201, "transformers": ["response-template"], "headers": {"Content-Type": "application/json"},
                      "body": template}}]
    mappings += [{"request": {"method": "GET", "urlPath": f"/things/{i}"}, "response": {"body": f"thing {i}"}} for i in range(count)]
    return os.path.dirname(os.path.dirname(written(f"wiremock{count}/mappings/all.json", {"mappings": mappings})))


def mockserver(count):
    template = ('{"statusCode": 201, "headers": {"Content-Type": ["application/json"]}, "body": '
                '{"id": "$request.queryStringParameters.q[0]", "path": "$request.path"}}')
    expectations = [
        {"httpRequest": {"method": "GET", "path": "/hello"},
         "httpResponse": {"body": '{"hello":"world","list":[1,2,3]}', "headers": {"Content-Type": ["application/json"]}}},
        {"httpRequest": {"method": "POST", "path": "/templated", "queryStringParameters": {"q": ["[0-9]+"]},
                         "body": {"type": "JSON_PATH", "jsonPath": "$.name"}},
         "httpResponseTemplate": {"templateType": "VELOCITY", "template": template}}]
    expectations += [{"httpRequest": {"method": "GET", "path": f"/things/{i}"}, "httpResponse": {"body": f"thing {i}"}}
                     for i in range(count)]
    return written(f"mockserver{count}.json", expectations)


def hoverfly(count):
    def exact(value):
        return [{"matcher": "exact", "value": value}]

    def answer(body, status=200, templated=False):
        return {"status": status, "body": body, "encodedBody": False, "templated": templated,
                "headers": {"Content-Type": ["application/json"]}}

    template = """{"id":"{{ Request.QueryParam.q }}","name":"{{ Request.Body 'jsonpath' '$.name' }}","path":"{{ Request.Path.[0] }}"}"""
    pairs = [{"request": {"method": exact("GET"), "path": exact("/hello")}, "response": answer('{"hello":"world","list":[1,2,3]}')},
             {"request": {"method": exact("POST"), "path": exact("/templated"),
                          "query": {"q": [{"matcher": "regex", "value": "[0-9]+"}]},
                          "body": [{"matcher": "jsonpath", "value": "$.name"}]},
              "response": answer(template, 201, True)}]
    pairs += [{"request": {"method": exact("GET"), "path": exact(f"/things/{i}")}, "response": answer(f"thing {i}")}
              for i in range(count)]
    return written(f"hoverfly{count}.json", {"data": {"pairs": pairs, "globalActions": {"delays": []}},
                                             "meta": {"schemaVersion": "v5.2"}})


def stub_server(name, count):
    if name == "ours":
        return [ours, "standin", wiremock(count), "--port", str(PORT)]
    if name == "wiremock":
        return [JAVA, "-jar", f"{peers}/wiremock-standalone-3.13.2.jar", "--port", str(PORT), "--root-dir", wiremock(count),
                "--no-request-journal", "--disable-banner"]
    if name == "mockserver":
        return [JAVA, "-Dmockserver.logLevel=ERROR", "-Dmockserver.disableLogging=true", f"-Dmockserver.maxExpectations={count + 100}",
                f"-Dmockserver.initializationJsonPath={mockserver(count)}", "-cp", open(f"{peers}/mockserver.classpath").read(),
                "org.mockserver.cli.Main", "-serverPort", str(PORT)]
    return [f"{peers}/hoverfly", "-webserver", "-pp", str(PORT), "-ap", str(PORT + 1), "-import", hoverfly(count),
            "-log-level", "error"]


def contract_server(name, file):
    if name == "ours":
        return [ours, "standin", file, "--port", str(PORT)]
    if name == "prism":
        return [f"{peers}/node_modules/.bin/prism", "mock", "-p", str(PORT), file]
    if name == "prism -d":
        return [f"{peers}/node_modules/.bin/prism", "mock", "-d", "-p", str(PORT), file]
    return [f"{peers}/node_modules/.bin/steady", "--port", str(PORT), file]


def missing(name):
    """The file of a peer that is not there; nothing for what is."""
    files = {"wiremock": "wiremock-standalone-3.13.2.jar", "mockserver": "mockserver.classpath", "hoverfly": "hoverfly",
             "prism": "node_modules/.bin/prism", "steady": "node_modules/.bin/steady"}
    if name == "ours":
        return None
    file = files[name.split()[0]]
    return None if peers and os.path.exists(os.path.join(peers, file)) else file


def answers(path):
    """Whether anything answers; whatever it says is good enough for big contracts."""
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{PORT}{path}", timeout=5).read()
        return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


class Server:
    """A server of its own process group. CPU and memory are those of the process and all below it."""

    def __init__(self, command, path):
        self.log = open(os.path.join(work, "log"), "wb")
        begin = time.monotonic()
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log, start_new_session=True, cwd=work)
        self.is_ready = False
        while self.process.poll() is None and time.monotonic() - begin < MAX_START_SECONDS:
            if answers(path):
                self.is_ready = True
                break
            time.sleep(0.01)
        self.ready = time.monotonic() - begin
        self.start_cpu, self.memory = (self.cpu(), self.resident()) if self.is_ready else (0, 0)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()

    def processes(self):
        found = []
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                fields = open(f"/proc/{pid}/stat").read().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[2]) == self.process.pid:
                found.append((pid, (int(fields[11]) + int(fields[12])) / TICKS))
        return found

    def cpu(self):
        return sum(seconds for _, seconds in self.processes())

    def resident(self):
        return sum(int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{pid}/status").read())[1]) for pid, _ in self.processes()) // 1024

    def asked(self, path, script, seconds):
        """Asks until the server has used so much CPU time: how many were answered, how many of them wrongly, and the CPU time."""
        total = wrong = 0
        begin = self.cpu()
        for _ in range(MAX_ROUNDS):
            if self.cpu() - begin >= seconds:
                break
            command = ["wrk", "-t1", "-c16", f"-d{ROUND_SECONDS}s", *(["-s", script] if script else []),
                       f"http://127.0.0.1:{PORT}{path}"]
            out = subprocess.run(command, capture_output=True, text=True).stdout
            total += int((re.findall(r"(\d+) requests in", out) or [0])[0])
            wrong += int((re.findall(r"Non-2xx or 3xx responses: (\d+)", out) or [0])[0])
        return total, wrong, self.cpu() - begin

    def measured(self, path, script=None):
        """Right answers per CPU second, after a warm-up; a text where there were none."""
        if not self.is_ready:
            return "does not start"
        self.asked(path, script, given.warm)
        total, wrong, cpu = self.asked(path, script, given.seconds)
        if total == 0 or wrong * 2 > total:
            return "cannot"
        return f"{(total - wrong) / cpu:,.0f}".replace(",", " ")


def chosen(names):
    for name in names:
        if given.only and name.split()[0] not in given.only:
            continue
        file = missing(name)
        if file:
            print(f"{name}: not measured, there is no {file}" + (f" in {peers}" if peers else "; see --peers"), file=sys.stderr)
        else:
            yield name


def started(server):
    if not server.is_ready:
        sys.stderr.write(open(os.path.join(work, "log"), errors="replace").read()[-600:] + "\n")
        return "does not start | | "
    return f"{server.ready:.2f} | {server.start_cpu:.2f} | {server.memory}"


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


script = written("post.lua", f"wrk.method = 'POST'\nwrk.body = '{BODY}'\nwrk.headers['Content-Type'] = 'application/json'\n")
print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {datetime.date.today()}; warm-up {given.warm:g} CPU s, "
      f"measured for {given.seconds:g} CPU s.\n")
print("Stubs: answers per CPU second\n")
row("who", "one static stub", f"one of {MANY}", f"one of {MOST}", "matched and templated")
row("---", "---:", "---:", "---:", "---:")
for name in chosen(["ours", "hoverfly", "wiremock", "mockserver"]):
    with Server(stub_server(name, 0), "/hello") as server:
        few = server.measured("/hello")
        made = server.measured("/templated?q=7", script)
    with Server(stub_server(name, MANY), "/hello") as server:
        many = server.measured("/things/500")
    most = "not measured"
    if name == "ours":
        with Server(stub_server(name, MOST), "/hello") as server:
            most = server.measured("/things/5000")
    row(name, few, many, most, made)
print("\nContracts: answers per CPU second\n")
row("who", "documented example", "made value, asked again", "made value, request judged")
row("---", "---:", "---:", "---:")
for name in chosen(["ours", "steady", "prism", "prism -d"]):
    with Server(contract_server(name, CONTRACT), "/hello") as server:
        row(name, server.measured("/hello"), server.measured("/report/monday"), server.measured("/quote", script))
print("\nStart\n")
row("who", "first answer, s", "CPU s until then", "memory, MB")
row("---", "---:", "---:", "---:")
for name in chosen(["ours", "steady", "prism"]):
    with Server(contract_server(name, CONTRACT), "/hello") as server:
        row(f"{name}, a small contract", started(server))
for name in chosen(["ours", "hoverfly", "wiremock", "mockserver"]):
    with Server(stub_server(name, 0), "/hello") as server:
        row(f"{name}, two stubs", started(server))
for file in given.big:
    size = f"{os.path.getsize(file) / 1e6:.1f} MB"
    for name in chosen(["ours", "steady", "prism"]):
        with Server(contract_server(name, os.path.abspath(file)), "/") as server:
            row(f"{name}, {os.path.basename(file)}, {size}", started(server))
shutil.rmtree(work)
