#!/bin/sh
# The programs that the tests drive: installed from Debian when we may, told in one line when not.
need() { # package, program or folder
  command -v "$2" >/dev/null 2>&1 && return
  [ -e "$2" ] && return
  missing="$missing $1"
}
missing=""
need chromium chromium
need poppler-utils pdftoppm
need libreoffice-calc soffice
need fonts-wqy-microhei /usr/share/fonts/truetype/wqy/wqy-microhei.ttc
ls -d /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || need postgresql initdb
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing$missing"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null && exit 0
fi
echo "cannot install$missing: the tests that need them will say so"
[ -z "$CI" ]
