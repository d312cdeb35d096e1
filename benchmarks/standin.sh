#!/bin/sh
# What a stand-in costs: answers per CPU second of its process, time until it answers, memory.
#   benchmarks/standin.sh [BIG-CONTRACT] [SECONDS]
# BIG-CONTRACT: a large OpenAPI document (GitHub's, of the npm package @octokit/openapi, has 13 MB); left out, nothing is said
# of big contracts. Needs wrk (Debian: apt-get install wrk), curl and Linux's /proc. $CONCORDAT is the program that is
# measured, ./concordat unless named; it must be one process (exec), and have run once before, so that it is built.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
concordat=${CONCORDAT:-$root/concordat}
big=${1:-}
seconds=${2:-5}
folder=$(mktemp -d)
process=
trap '[ -n "$process" ] && kill "$process" 2>/dev/null; rm -rf "$folder"' EXIT
port=18911
url=http://127.0.0.1:$port

cat >"$folder/api.yaml" <<'CONTRACT'
openapi: 3.1.0
info: {title: Benchmark, version: "1"}
paths:
  /hello:
    get: {responses: {"200": {description: static, content: {application/json: {example: {hello: world, list: [1, 2, 3]}}}}}}
  /report/{day}:
    get:
      parameters: [{name: day, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: generated, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}
  /quote:
    post:
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
      responses: {"200": {description: generated anew, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}
  /things:
    get: {responses: {"200": {description: all, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Thing"}}}}}}}
    post:
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
      responses: {"201": {description: made, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}
  /things/{id}:
    put:
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
      responses: {"200": {description: replaced, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}, "404": {description: none}}
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {"200": {description: one, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}, "404": {description: none}}
components:
  schemas:
    Thing:
      type: object
      required: [name, price]
      properties:
        id: {type: integer, readOnly: true}
        name: {type: string, minLength: 1}
        price: {type: number, minimum: 0}
        kind: {type: string, enum: [A, B, C]}
        created: {type: string, format: date-time, readOnly: true}
        owner: {type: object, required: [mail], properties: {mail: {type: string, format: email}, phone: {type: string}}}
        tags: {type: array, items: {type: string}}
CONTRACT

cat >"$folder/write.lua" <<'LUA'
wrk.method = "PUT"
wrk.body = '{"name":"x","price":10.10,"kind":"A","owner":{"mail":"a@example.test"},"tags":["t"]}'
wrk.headers["Content-Type"] = "application/json"
LUA
sed 's/PUT/POST/' "$folder/write.lua" >"$folder/quote.lua"

now() { date +%s%N; }
# User and system time of the process so far, in ticks.
ticks() { awk '{sub(/^.*\) /, ""); print $12 + $13}' "/proc/$process/stat"; }
memory() { awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$process/status"; }

# start CONTRACT PATH: sets ready (ms until the path is answered) and cpu (ms of CPU until then)
start() {
  begin=$(now)
  "$concordat" standin "$1" --port $port >"$folder/log" 2>&1 &
  process=$!
  until curl -s -o /dev/null "$url$2"; do
    kill -0 $process 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
    sleep 0.02
  done
  ready=$((($(now) - begin) / 1000000))
  cpu=$(($(ticks) * 1000 / $(getconf CLK_TCK)))
}
stop() { kill "$process" 2>/dev/null; wait "$process" 2>/dev/null || true; process=; }

# measure NAME PATH [wrk options]: one row
measure() {
  name=$1
  path=$2
  shift 2
  wrk -t1 -c16 -d2s "$@" "$url$path" >/dev/null
  before=$(ticks)
  wrk -t1 -c16 -d"${seconds}s" "$@" "$url$path" >"$folder/wrk"
  after=$(ticks)
  requests=$(awk '/requests in/ {print $1}' "$folder/wrk")
  bad=$(awk '/Non-2xx/ {print $5}' "$folder/wrk")
  used=$((after - before))
  echo "| $name | $((requests * $(getconf CLK_TCK) / (used > 0 ? used : 1))) | $((requests / seconds)) | ${bad:-0} |"
}

start "$folder/api.yaml" /hello
echo "Ready after $ready ms ($cpu ms of CPU), $(memory) MB."
echo
echo "| answer | per CPU second | per second | not 2xx |"
echo "|---|---:|---:|---:|"
measure "a documented example" /hello
measure "a made value, the same request again" /report/monday
measure "a made value with what was sent in it, judged each time" /quote -s "$folder/quote.lua"
measure "a remembered thing, read" /things/1
measure "a remembered thing, replaced" /things/1 -s "$folder/write.lua"
measure "a list of remembered things" /things
echo
echo "Afterwards $(memory) MB."
stop
# WireMock's mappings: one that is always the same, one that is matched by its body and templated, one among 1 000.
mkdir -p "$folder/stubs/mappings"
{
  printf '{"mappings": [\n'
  printf '{"request": {"method": "GET", "urlPath": "/static"}, "response": {"body": "{\\"hello\\":\\"world\\"}", "headers": {"Content-Type": "application/json"}}},\n'
  printf '{"request": {"method": "POST", "urlPath": "/templated", "queryParameters": {"q": {"matches": "[0-9]+"}}, "bodyPatterns": [{"matchesJsonPath": "$.name"}]},\n'
  printf ' "response": {"status": 201, "transformers": ["response-template"], "headers": {"Content-Type": "application/json"},\n'
  printf '  "body": "{\\"id\\":\\"{{request.query.q}}\\",\\"name\\":\\"{{jsonPath request.body '"'\$.name'"'}}\\",\\"path\\":\\"{{request.path}}\\"}"}}'
  i=0
  while [ $i -lt 1000 ]; do
    printf ',\n{"request": {"method": "GET", "urlPath": "/things/%s"}, "response": {"body": "thing %s"}}' $i $i
    i=$((i + 1))
  done
  printf ']}\n'
} >"$folder/stubs/mappings/all.json"
start "$folder/stubs" /static
echo
echo "1 002 stubs: ready after $ready ms ($cpu ms of CPU), $(memory) MB."
echo
echo "| stub | per CPU second | per second | not 2xx |"
echo "|---|---:|---:|---:|"
measure "always the same" /static
measure "one of 1 000" /things/500
measure "matched by its body, templated" "/templated?q=7" -s "$folder/quote.lua"
stop
if [ -n "$big" ]; then
  start "$big" /
  echo "$(($(wc -c <"$big") / 1000000)) MB contract: ready after $ready ms ($cpu ms of CPU), $(memory) MB."
  stop
fi
