#!/bin/sh
# Opens a database that a failed flow left: sh psql.sh DATABASE [options of psql]
# While its environment runs, there; afterwards with a server of its own, which ends with psql.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
command -v psql >/dev/null || { echo "psql.sh: there is no psql on the PATH; install PostgreSQL's client" >&2; exit 2; }
[ $# -gt 0 ] || { echo "usage: sh psql.sh DATABASE [options of psql]" >&2; exit 2; }
url="postgresql://@ROLE@@127.0.0.1:@PORT@/$1"
shift
if [ -d "$here/kept" ]; then
  @POSTGRES@ -D "$here/kept" -c port=@PORT@ -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c wal_level=logical -c max_replication_slots=@SLOTS@ -c fsync=off >"$here/logs/kept.log" 2>&1 &
  server=$!
  trap 'kill -INT "$server" 2>/dev/null; wait "$server" || true' EXIT
  until psql "$url" -qc '' >/dev/null 2>&1; do
    kill -0 "$server" 2>/dev/null || { cat "$here/logs/kept.log" >&2; exit 1; }
    sleep 0.1
  done
fi
psql "$url" "$@"
