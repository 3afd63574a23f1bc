# SPDX-License-Identifier: AGPL-3.0-or-later
# Keeps one server for one test program: makes the cluster, starts it, says "ready", and waits on standard input, which
# ends when the program ends, however it ends. Then it stops the server and removes the folder.
# Arguments: the folder, the folder of the programs, the port, "on" or "off" for fsync, the user to be ("" for this one).
folder=$1 programs=$2 port=$3 fsync=$4 user=$5
as=
if [ -n "$user" ]; then
  as="setpriv --reuid=$user --regid=$(id -g "$user") --clear-groups"
  chown "$user" "$folder" || exit 1
fi
cd "$folder" || exit 1
echo $$ >keeper.pid
export LC_ALL=C.UTF-8
# An Italian order of words, as in an office: what relies on the order of bytes has to say so.
$as "$programs/initdb" --pgdata="$folder/data" --username=ambito --auth=trust --encoding=UTF8 --no-sync \
  --locale=C.UTF-8 --locale-provider=icu --icu-locale=it-IT >"$folder/initdb.log" 2>&1 \
  || { cat "$folder/initdb.log" >&2; rm -rf "$folder"; exit 1; }
$as "$programs/pg_ctl" start --pgdata="$folder/data" --log="$folder/server.log" --wait --timeout=60 --silent --options="\
 -c port=$port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200\
 -c fsync=$fsync -c synchronous_commit=$fsync -c full_page_writes=$fsync -c autovacuum=$fsync" >&2 </dev/null \
  || { cat "$folder/server.log" >&2; rm -rf "$folder"; exit 1; }
echo ready
exec >/dev/null 2>&1
while read -r _; do :; done
$as "$programs/pg_ctl" stop --pgdata="$folder/data" --mode=immediate --wait --silent
rm -rf "$folder"
