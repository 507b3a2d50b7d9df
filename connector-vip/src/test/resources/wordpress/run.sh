#!/bin/sh
# Starts a private database and a private WordPress, and ends both when standard input ends, which it does at the latest
# with the process that started this one.
#
#   run.sh HOME DB_PORT WEB_PORT INSTALLED_WORDPRESS
set -eu
home=$1
db_port=$2
web_port=$3
installed=$4
db=
web=

finish() {
  trap - EXIT INT TERM
  # PHP's workers outlive the process that was started, so the group is ended and not the process.
  [ -n "$web" ] && kill -TERM "-$web" 2>/dev/null || true
  [ -n "$db" ] && kill -KILL "-$db" 2>/dev/null || true
  wait
  rm -rf "$home/db" "$home/site"
}
trap finish EXIT INT TERM

rm -rf "$home/db" "$home/site"
mkdir -p "$home/db" "$home/site"
as_user=
if [ "$(id -u)" = 0 ]; then
  # The database does not run as root.
  as_user=--user=root
fi
mariadb-install-db --no-defaults $as_user --auth-root-authentication-method=normal --skip-test-db \
  --datadir="$home/db" >"$home/db-install.log" 2>&1
setsid mariadbd --no-defaults $as_user --datadir="$home/db" --bind-address=127.0.0.1 --port="$db_port" \
  --socket="$home/db/s" --pid-file="$home/db/pid" --skip-log-bin --innodb-buffer-pool-size=64M \
  --innodb-flush-log-at-trx-commit=0 >"$home/db.log" 2>&1 </dev/null &
db=$!

# Links of the package lead into other packages.
cp -RL "$installed/." "$home/site/" 2>/dev/null || true
rm -f "$home/site/wp-config.php" "$home/site/.htaccess"
cp "$home/wp-config.php" "$home/router.php" "$home/site/"
mkdir -p "$home/site/wp-content/mu-plugins" "$home/site/wp-content/uploads"
cp "$home/profile.php" "$home/site/wp-content/mu-plugins/contentconnect-profile.php"

tries=0
until php "$home/install.php" "$home/site" >"$home/install.log" 2>&1; do
  tries=$((tries + 1))
  [ "$tries" -lt 60 ] || { cat "$home/install.log" >&2; exit 1; }
  kill -0 "$db" || { cat "$home/db.log" >&2; exit 1; }
  sleep 0.2
done

PHP_CLI_SERVER_WORKERS=4 setsid php -d upload_max_filesize=2M -d post_max_size=8M -d display_errors=0 \
  -S "127.0.0.1:$web_port" -t "$home/site" "$home/site/router.php" >"$home/web.log" 2>&1 </dev/null &
web=$!
echo "INSTALLED $(cat "$home/install.log" | grep PASSWORDS)"
# Ends when whoever started this closes the pipe or ends.
cat >/dev/null
