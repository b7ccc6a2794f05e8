#!/usr/bin/env bash
# For publish.yml: fails if a later commit than the one to be published is online already. Tests take minutes,
# and a change of content that came after them may have gone out first.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/online_commit.sh"

online="$(online_commit)"
if [[ -z $online ]]; then exit 0; fi
order="$(gh api "repos/$GITHUB_REPOSITORY/compare/$online...$GITHUB_SHA" --jq .status)" || order=unknown # as after a forced push
if [[ $order == behind ]]; then
  echo "::error::A later commit, $online, is online already. Nothing is to be done."
  exit 1
fi
