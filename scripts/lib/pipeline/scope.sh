#!/usr/bin/env bash
# For publish.yml: prints whether the commit to be published has to wait for the tests, "tests=true" or "tests=false",
# and "online=" with the commit that is online, if the one to be published follows it.
# It has not if it was asked for by hand, or if it differs in content alone from the commit that is online.
set -euo pipefail
folder="$(dirname "${BASH_SOURCE[0]}")"
source "$folder/online_commit.sh"

online="$(online_commit)" || online="" # nobody says what is online: then it is not known, and the tests decide
if [[ -n $online ]] && git merge-base --is-ancestor "$online" "$GITHUB_SHA"; then echo "online=$online"; fi
content_only=true
if [[ $GITHUB_EVENT_NAME != workflow_dispatch ]]; then
  echo "Online: ${online:-nothing that we know of}" >&2
  content_only="$(python3 "$folder/content_only.py" "$online" "$GITHUB_SHA")"
fi
if [[ $content_only == true ]]; then echo tests=false; else echo tests=true; fi
