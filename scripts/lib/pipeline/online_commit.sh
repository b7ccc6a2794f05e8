# Sourced. online_commit prints the commit whose site is online, or nothing if none is:
# that of the newest deployment to GitHub Pages that succeeded. It needs gh, GH_TOKEN and GITHUB_REPOSITORY.
# shellcheck shell=bash

online_commit() {
  local deployments="repos/$GITHUB_REPOSITORY/deployments" list id commit state
  list="$(gh api "$deployments?environment=github-pages&per_page=50" --jq '.[] | "\(.id) \(.sha)"')" || return
  while read -r id commit; do
    state="$([[ -z $id ]] || gh api "$deployments/$id/statuses?per_page=1" --jq '.[0].state // ""' </dev/null)" || return
    if [[ $state == success ]]; then echo "$commit"; return; fi
  done <<<"$list"
}
