#!/usr/bin/env bash
# For report.yml, at the end of a scheduled run: keeps the workflow's schedule switched on, opens an issue if the run
# failed (FAILED=true; MEANS says what follows) and none is open, and closes it if the run passed.
set -euo pipefail
label=failed-run
title="$GITHUB_WORKFLOW: the scheduled run failed"
run="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID"
export GH_REPO="$GITHUB_REPOSITORY"

file="${GITHUB_WORKFLOW_REF%%@*}" # OWNER/NAME/.github/workflows/FILE@REF, of the workflow that called
gh api --silent --method PUT "repos/$GITHUB_REPOSITORY/actions/workflows/${file##*/}/enable" ||
  echo "::warning::The schedule of ${file##*/} could not be renewed."

gh label create "$label" --force --color b60205 --description "A scheduled run failed; closed by the next that passes"
issue=""
while read -r number name; do
  if [[ $name == "$title" ]]; then issue=$number; fi
done < <(gh issue list --label "$label" --state open --limit 100 --json number,title --jq '.[] | "\(.number) \(.title)"')

if [[ $FAILED == true && -z $issue ]]; then
  gh issue create --label "$label" --title "$title" \
    --body "$MEANS"$'\n\n'"What failed, and why: $run"$'\n\n'"The next run that passes closes this."
elif [[ $FAILED != true && -n $issue ]]; then
  gh issue close "$issue" --comment "It passes again: $run"
fi
