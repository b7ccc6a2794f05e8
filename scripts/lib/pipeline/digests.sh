#!/usr/bin/env bash
# Prints a digest of each file in a folder, in the form that sha256sum --check reads, below lines of remarks:
# scripts/lib/pipeline/digests.sh DIR [REMARK ...]
set -euo pipefail
cd "$1"
shift
if [[ $# -gt 0 ]]; then printf '# %s\n' "$@"; fi
find . -type f -printf '%P\0' | LC_ALL=C sort --zero-terminated | xargs -0 sha256sum --
