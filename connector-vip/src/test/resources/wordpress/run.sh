#!/bin/sh
# Starts a private database and a private WordPress, and ends both when standard input ends, which it does at the latest
# with the process that started this one.
#
#   run.sh HOME DB_PORT WEB_PORT INSTALLED_WORDPRESS
#
# Standard input takes commands, a line each: stop-database, start-database, sql STATEMENT, apache PORT LIMIT. Each is answered with DONE or FAILED.
set -eu
home=$1
db_port=$2
web_port=$3
installed=$4
db=
web=
apache=

finish() {
  trap - EXIT INT TERM
  # PHP's workers outlive the process that was started, so the group is ended and not the process.
  [ -n "$web" ] && kill -TERM "-$web" 2>/dev/null || true
  [ -n "$apache" ] && kill -TERM "-$apache" 2>/dev/null || true
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
start_database() {
  [ -z "$db" ] || return 0
  setsid mariadbd --no-defaults $as_user --datadir="$home/db" --bind-address=127.0.0.1 --port="$db_port" \
    --socket="$home/db/s" --pid-file="$home/db/pid" --skip-log-bin --innodb-buffer-pool-size=64M \
    --innodb-flush-log-at-trx-commit=0 >>"$home/db.log" 2>&1 </dev/null &
  db=$!
}

stop_database() {
  [ -n "$db" ] || return 0
  kill -TERM "-$db"
  wait "$db" || true
  db=
}

sql() {
  mariadb --no-defaults --socket="$home/db/s" --user=root "$@" 2>>"$home/sql.log"
}

await_database() {
  tries=0
  until sql --execute='SELECT 1' >/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt 150 ] || return 1
    sleep 0.2
  done
}

# Another web server for the same site, on a port, with a limit for bodies. It may not write files.
start_apache() {
  modules=/usr/lib/apache2/modules
  mkdir -p "$home/apache"
  {
    for name in mpm_prefork authz_core dir; do
      echo "LoadModule ${name}_module $modules/mod_$name.so"
    done
    echo "LoadModule php_module $(echo "$modules"/libphp*.so)"
    echo "ServerRoot $home/apache"
    echo "ServerName localhost"
    echo "PidFile $home/apache/pid"
    echo "ErrorLog $home/apache/error.log"
    echo "DefaultRuntimeDir $home/apache"
    if [ "$(id -u)" = 0 ]; then
      echo "User www-data"
      echo "Group www-data"
    fi
    echo "Listen 127.0.0.1:$1"
    echo "LimitRequestBody $2"
    echo "DocumentRoot $home/site"
    echo "FallbackResource /index.php"
    echo '<Files "*.php">'
    echo "SetHandler application/x-httpd-php"
    echo "</Files>"
  } >"$home/apache/apache.conf"
  setsid apache2 -f "$home/apache/apache.conf" -DFOREGROUND >"$home/apache/out.log" 2>&1 </dev/null &
  apache=$!
}

rm -f "$home/db.log" "$home/sql.log"
start_database

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

# The cache of compiled files is on here, unlike on the command line, and by itself looks at a file every two seconds only:
# a plug-in that a test took away would still run.
PHP_CLI_SERVER_WORKERS=4 setsid php -d upload_max_filesize=2M -d post_max_size=8M -d display_errors=0 \
  -d opcache.revalidate_freq=0 -S "127.0.0.1:$web_port" -t "$home/site" "$home/site/router.php" >"$home/web.log" 2>&1 </dev/null &
web=$!
echo "INSTALLED $(cat "$home/install.log" | grep PASSWORDS)"
# Ends when whoever started this closes the pipe or ends.
while read -r command rest; do
  answer=DONE
  case $command in
    stop-database) stop_database ;;
    start-database) start_database; await_database || answer=FAILED ;;
    apache) start_apache "${rest% *}" "${rest#* }" ;;
    sql) sql wordpress --execute="$rest" >/dev/null || answer=FAILED ;;
    *) answer=FAILED ;;
  esac
  echo "$answer"
done
