#!/usr/bin/env bash
# Builds the site to be published, and adds what others need to build the same one again: scripts/lib/pipeline/build.sh DIR
#   sbom.json    the packages that the program is made of, in CycloneDX
#   SHA256SUMS   a digest of every other file, below the commit and the settings. SECURITY.md says how to use it.
set -euo pipefail
folder="$(dirname "${BASH_SOURCE[0]}")"
source "$folder/../environment.sh"
site=$1

export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(date +%s)}"
export REPO_URL="${REPO_URL:-$GITHUB_SERVER_URL/$GITHUB_REPOSITORY}"
"$ROOT/scripts/build" --output "$site"

ensure_environment tools
"$PYTHON" -W ignore -m cyclonedx_py requirements --output-reproducible --pyproject "$ROOT/pyproject.toml" \
  --output-file "$site/sbom.json" "$ROOT/requirements/site.txt"
"$folder/digests.sh" "$site" \
  "commit: $(git -C "$ROOT" rev-parse HEAD)" \
  "SITE_URL=$SITE_URL REPO_URL=$REPO_URL SOURCE_DATE_EPOCH=$SOURCE_DATE_EPOCH scripts/lib/pipeline/build.sh site" >"$site.sums"
mv "$site.sums" "$site/SHA256SUMS"
