#!/bin/sh
# Runs a PostgreSQL server for tests until the input ends: serve.sh PROGRAMS PORT USER, the password as first line of the input.
# The server does not run as root; then it runs as postgres, or as nobody where there is no such user.
set -e
umask 077

if [ "$(id -u)" = 0 ]; then
    for user in postgres nobody; do
        id -u "$user" >/dev/null 2>&1 && break
    done
    script=$(cat "$0")
    cd /
    if command -v runuser >/dev/null; then
        exec runuser -u "$user" -- /bin/sh -c "$script" "$0" "$@"
    fi
    exec su "$user" -s /bin/sh -c 'exec /bin/sh -c "$@"' -- "$0" "$script" "$0" "$@"
fi

programs=$1 port=$2 user=$3
read -r password
folder=$(mktemp -d "${TMPDIR:-/tmp}/bcsalessync-postgres-XXXXXX")
server=
finish() {
    trap - EXIT
    if [ -n "$server" ]; then
        # A server that is still starting ends at the first signal; one that runs would wait for its clients without the second.
        kill -TERM "$server" 2>/dev/null || true
        kill -INT "$server" 2>/dev/null || true
        wait "$server" || true
    fi
    rm -rf "$folder"
}
trap finish EXIT
trap 'exit 1' INT TERM HUP

# The order of letters is that of a language where the server can, as on real ones: what relies on the order of bytes has to ask for it.
initialise() {
    "$programs/initdb" -D "$folder/data" -U "$user" -A scram-sha-256 --pwfile="$folder/password" -E UTF8 --no-locale --no-sync "$@" \
        >"$folder/initdb.log" 2>&1
}
echo "$password" >"$folder/password"
initialise --locale-provider=icu --icu-locale=en-US || { rm -rf "$folder/data"; initialise; } || { cat "$folder/initdb.log" >&2; exit 1; }

"$programs/postgres" -D "$folder/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=64MB -c autovacuum=off -c deadlock_timeout=100ms \
    -c log_min_messages=fatal </dev/null >"$folder/server.log" 2>&1 &
server=$!
cat >/dev/null || true
