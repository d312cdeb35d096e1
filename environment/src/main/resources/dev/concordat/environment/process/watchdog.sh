# Runs a command in a process group of its own and ends the whole group when Concordat is gone.
#   stdin   a pipe from Concordat: each line is a signal for the group; end of file means that Concordat died
#   stdout  the command's output and errors
#   stderr  to Concordat: "pid N" at the start, "exit N" at the end
# $1: the signal that asks the command to end; the rest: the command
last=$1
shift
exec 3<&0 </dev/null
# A group of its own: by setsid where there is one; `set -m` needs a terminal in some shells and takes it away from us.
if command -v setsid >/dev/null 2>&1; then
  setsid "$@" 2>&1 3<&- &
else
  set -m 2>/dev/null
  "$@" 2>&1 3<&- &
fi
child=$!
# Only now, or the command would inherit deaf ears. A ctrl-C is for Concordat, which then tells us.
trap '' INT HUP TERM QUIT
echo "pid $child" >&2

send() {
  kill -"$1" "-$child" 2>/dev/null || kill -"$1" "$child" 2>/dev/null
}
# Waits up to $1 tenths of a second for the group to be gone.
gone() {
  tenths=$1
  while kill -0 "-$child" 2>/dev/null || kill -0 "$child" 2>/dev/null; do
    [ "$tenths" -gt 0 ] || return 1
    tenths=$((tenths - 1))
    sleep 0.1 2>/dev/null || { sleep 1; tenths=$((tenths - 9)); }
  done
}
(
  while read -r signal; do
    send "$signal"
  done
  send "$last"
  gone 25 || send KILL
) <&3 3<&- >/dev/null 2>&1 &
guard=$!
exec 3<&-

wait "$child"
code=$?
set +m 2>/dev/null
echo "exit $code" >&2
# What the command left behind in its group.
if kill -0 "-$child" 2>/dev/null; then
  kill -TERM "-$child" 2>/dev/null
  gone 10 || kill -KILL "-$child" 2>/dev/null
fi
kill -KILL "$guard" 2>/dev/null
# Whoever waits for this one may rely on it that nothing is left.
wait "$guard" 2>/dev/null
exit 0
