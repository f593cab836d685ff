#!/usr/bin/env bash
# Everything that passes on every commit: the static checks beside the unit tests, their output after each other.
set -u
said=$(mktemp)
trap 'rm -f "$said"' EXIT
npm run --silent check:static >"$said" 2>&1 &
node_modules/.bin/vitest run --project unit
unit=$?
wait $!
static=$?
cat "$said"
[ $unit -eq 0 ] && [ $static -eq 0 ] && echo "checked" || exit 1
