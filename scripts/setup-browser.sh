#!/usr/bin/env bash
# Installs the Chromium that pages are shown in: Debian's and Ubuntu's own by apt, elsewhere the one that Playwright downloads.
set -eu

for program in chromium chromium-browser google-chrome; do
  if command -v "$program" > /dev/null; then
    echo "there is a browser already: $(command -v "$program")"
    exit 0
  fi
done

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

# Ubuntu's package of that name only leads to a snap, which cannot be handed pages: there Playwright's own is better.
if command -v apt-get > /dev/null && ! grep -qs '^ID=ubuntu' /etc/os-release; then
  as_root apt-get update -qq
  as_root apt-get install -y --no-install-recommends chromium
elif command -v apt-get > /dev/null; then
  npx playwright install --with-deps chromium
else
  npx playwright install chromium
fi
