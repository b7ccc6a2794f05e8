#!/usr/bin/env bash
# For checks.yml: prints in Markdown what changes for readers: scripts/lib/pipeline/changes.sh BEFORE SITE
# SITE is the site as it would be. That of the commit BEFORE is built for it, by the code of then but in this folder:
# so no package is installed twice, and no file read that stayed the same.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../environment.sh"
before=$1 site="$(realpath "$2")"
old="$(mktemp -d)/site"

cd "$ROOT"
git checkout --quiet --detach "$before"
scripts/build --no-cards --output "$old" || say "The site as it was does not build."
git checkout --quiet -
ensure_environment site
"$PYTHON" scripts/lib/compare_sites.py "$old" "$site"
