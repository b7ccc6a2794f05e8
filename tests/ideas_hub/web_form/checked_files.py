"""Files for the rules in both languages: as data for scripts, and what each language finds in them."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from script_checks import Scripts

from ideas_hub.checks.checked_file import CheckedFile, checked_file
from ideas_hub.checks.registry import ENGLISH_RULES, TextRule
from ideas_hub.model.value_paths import Lines, field_name
from ideas_hub.problem import Problem
from ideas_hub.reading.prose import Passage
from tests.conftest import ROOT, SMALL_HUB
from tests.ideas_hub.checks.conftest import GLOSSARY

OF_PROBLEMS = ("line", "message", "field", "found", "allowed", "nearest", "fix", "rule", "severity", "example")


def file_as_json(checked: CheckedFile) -> dict[str, Any]:
    """Return a file as the rules in scripts see it."""
    return {
        "name": checked.file,
        "raw": checked.raw,
        "values": checked.values,
        "lines": lines_as_json(checked.lines),
        "body": checked.body.source,
        "bodyLine": checked.body.first_line,
        "passages": list(map(passage_as_json, checked.passages)),
        "prose": {
            "passages": list(map(passage_as_json, checked.prose.passages)),
            "links": [{"words": one.words, "line": one.line, "isBare": one.is_bare} for one in checked.prose.links],
        },
        "isEntry": checked.is_entry,
        "isInEnglish": checked.is_in_english,
        "glossary": sorted(checked.glossary),
    }


def lines_as_json(lines: Lines) -> dict[str, int]:
    """Return the line of each value by the name of its field."""
    return {field_name(path): line for path, line in lines.items()}


def passage_as_json(passage: Passage) -> dict[str, Any]:
    """Return a passage with its parts as scripts name them."""
    parts = passage._asdict()
    return {"isBold": parts.pop("is_bold"), **parts}


def problems_as_json(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Return problems as scripts give them, each once."""
    rows = map(asdict, dict.fromkeys(problems))
    return [{name: list(row[name]) if name == "allowed" else row[name] for name in OF_PROBLEMS} for row in rows]


def found_by_python(checked: CheckedFile, rules: Iterable[TextRule]) -> list[dict[str, Any]]:
    """Return what rules find in a file, those for English alone only in an English one."""
    asked = [rule for rule in rules if checked.is_in_english or rule not in ENGLISH_RULES]
    return problems_as_json(problem for rule in asked for problem in rule(checked))


def found_by_scripts(scripts: Scripts, checked: CheckedFile) -> list[dict[str, Any]]:
    """Return what the rules that have been loaded find in a file."""
    answer = scripts.ask("check", file_as_json(checked))
    assert answer["later"] == []
    problems: list[dict[str, Any]] = answer["problems"]
    return problems


def golden_and_small_files() -> dict[str, CheckedFile]:
    """Return every text that a rule has a golden file for, and every entry and page of the small hub."""
    golden = sorted((ROOT / "tests/ideas_hub/checks/golden").glob("*.md"))
    golden += sorted((ROOT / "tests/ideas_hub/checks/good").glob("*.md"))
    texts = {f"case_studies/{path.stem.replace('.', '-')}.md": path for path in golden}
    texts |= {path.relative_to(SMALL_HUB).as_posix(): path for path in sorted(SMALL_HUB.rglob("*.md"))}
    return {file: checked_text(file, path) for file, path in texts.items()}


def checked_text(file: str, path: Path) -> CheckedFile:
    """Return a file of the tests as the rules see it."""
    return checked_file(path.read_bytes().decode().replace("\r\n", "\n"), file, GLOSSARY)
