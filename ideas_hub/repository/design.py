"""The site's design: templates, and the assets that are published as they are.  Each has a list of kinds."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ideas_hub.model.kinds import THEMES
from ideas_hub.model.term import GENERAL
from ideas_hub.photos.metadata import find_metadata, in_words
from ideas_hub.photos.originals import HOW_TO_CLEAN, misplaced_picture
from ideas_hub.problem import Problem, Severity, nearest
from ideas_hub.reading.documents import NOT_DOCUMENTS
from ideas_hub.reading.files import file_names, list_files, read_file
from ideas_hub.reading.svg_shapes import what_cannot_be_drawn
from ideas_hub.repository.svg import foreign_parts

ASSETS, TEMPLATES = "docs/assets", "overrides"
ILLUSTRATIONS = f"{ASSETS}/illustrations"
TEXT_KINDS = {".css", ".js", ".txt"}
FIRST_BYTES = {".woff2": b"wOF2", ".ico": b"\0\0\1\0", ".png": b"\x89PNG\r\n\x1a\n"}
ASSET_KINDS = (*sorted(TEXT_KINDS), *FIRST_BYTES, ".svg")
TEMPLATE_KINDS = (".html", ".md", ".txt", ".xml")
MAX_BYTES = 2 * 1024 * 1024
MAX_ILLUSTRATION = 4096
MARK = f"{ASSETS}/img/mark.svg"
FLAT_SHAPES = (
    "Draw it on a square canvas with paths of one part, circles, ellipses, rectangles and polygons alone, "
    "each filled with a colour such as #7a1248, without lines, styles or transforms."
)
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")


def read_assets(root: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """Return the content of each asset that may be published, by path below docs/assets, and what is wrong with others.

    Files with a dot before their name are what an editor's computer left behind; they are passed over.
    """
    assets: dict[str, bytes] = {}
    problems = []
    for file in list_files(root, ASSETS).files:
        if any(step.startswith(".") for step in file.split("/")):
            continue
        content = _read(root, file)
        if isinstance(content, Problem):
            problems.append(content)
        else:
            assets[file.removeprefix(f"{ASSETS}/")] = content
            if file == MARK and (wrong := _drawn_wrong(file, content, Severity.IDEA)):
                problems.append(wrong)
    return assets, problems


def read_illustrations(root: Path) -> dict[str, bytes]:
    """Return the drawings that may be published, by the id of the theme that each stands for."""
    drawings = {file: _read(root, file) for file in list_files(root, ILLUSTRATIONS).files if file.endswith(".svg")}
    return {PurePosixPath(file).stem: one for file, one in drawings.items() if isinstance(one, bytes)}


def find_stray_illustrations(root: Path) -> Iterator[Problem]:
    """Yield a problem for each drawing that no page shows: one that has not the name of a theme."""
    themes = [PurePosixPath(name).stem for name in file_names(root, THEMES.folder) if name not in NOT_DOCUMENTS]
    for file in list_files(root, ILLUSTRATIONS).files:
        path = PurePosixPath(file)
        if not path.name.startswith(".") and (path.stem not in {*themes, GENERAL} or path.suffix != ".svg"):
            near = nearest(path.stem, themes)
            message = "no page shows this drawing, as no theme has its name."
            fix = "A drawing has the name of its theme and ends in .svg. Rename it, or delete it."
            yield Problem(
                file,
                0,
                message,
                found=path.name,
                nearest=f"{near}.svg" if near else "",
                fix=fix,
                rule="stray-drawing",
                severity=Severity.SHOULD_FIX,
            )


def _read(root: Path, file: str) -> bytes | Problem:
    """Return the content of an asset, or why it is not published."""
    path = PurePosixPath(file)
    if path.suffix not in ASSET_KINDS:
        fix = "Take it out of docs/assets."
        return _photo(root, file) or _problem(
            file, "this kind of file is not published from here.", fix, found=path.suffix or path.name
        )
    if not NAME.fullmatch(path.name):
        fix = "Rename it: up to 80 plain letters, digits, dots, hyphens and underscores."
        return _problem(file, "its name cannot be a part of an address.", fix, found=path.name)
    if (size := (root / file).lstat().st_size) > MAX_BYTES:
        return _problem(file, f"it has {size / 1024 / 1024:.1f} MB; the limit is 2 MB.", "Make it smaller.")
    content = read_file(root, file)
    return content if isinstance(content, Problem) else _mistake(file, path.suffix, content) or content


def _mistake(file: str, suffix: str, content: bytes) -> Problem | None:
    """Return a problem if the content is not that of its kind, or tells or does more than it should."""
    if suffix in FIRST_BYTES and not content.startswith(FIRST_BYTES[suffix]):
        return _problem(file, f"it is not a {suffix} file, whatever its name says.", "Put the file itself here.")
    if suffix in TEXT_KINDS and not _is_text(content):
        return _problem(file, "it is not a text in UTF-8.", "Save it again as UTF-8.")
    if suffix == ".svg" and (parts := foreign_parts(content)):
        fix = "Save it as plain or optimised SVG, or take that out: a mark needs shapes and colours alone."
        return _problem(file, f"the drawing holds {', '.join(parts)}.", fix, found=parts[0])
    if suffix == ".svg" and file.startswith(f"{ILLUSTRATIONS}/"):
        return _illustration_mistake(file, content)
    if suffix == ".png" and (found := find_metadata(content, "PNG")):
        fix = HOW_TO_CLEAN.format(file=file)
        return _problem(file, f"the picture holds hidden details: {in_words(found)}.", fix, found=found[0].tag)
    return None


def _illustration_mistake(file: str, content: bytes) -> Problem | None:
    if (size := len(content)) > MAX_ILLUSTRATION:
        fix = "Draw it with fewer shapes, or save it as optimised SVG."
        return _problem(file, f"the picture of a theme has {size / 1024:.1f} KB; the limit is 4 KB.", fix)
    return _drawn_wrong(file, content, Severity.MUST_FIX)


def _drawn_wrong(file: str, content: bytes, severity: Severity) -> Problem | None:
    """Return a problem if the pictures for shared links cannot show a drawing as browsers do."""
    if not (part := what_cannot_be_drawn(content)):
        return None
    message = f"the pictures for shared links cannot show what is in the drawing: {part}."
    return Problem(file, 0, message, found=part, fix=FLAT_SHAPES, rule="design-file", severity=severity)


def _is_text(content: bytes) -> bool:
    try:
        return "\0" not in content.decode()
    except UnicodeDecodeError:
        return False


def find_template_problems(root: Path) -> Iterator[Problem]:
    """Yield a problem for each file among the templates that is none: the theme would publish what lies there."""
    for file in list_files(root, TEMPLATES).files:
        path = PurePosixPath(file)
        if path.name.startswith("."):
            continue
        content = read_file(root, file)
        if isinstance(content, Problem):
            yield content
        elif path.suffix not in TEMPLATE_KINDS:
            fix = "Take it out of overrides: styles, scripts and drawings belong in docs/assets."
            not_a_template = _problem(
                file, "this is not a template.", fix, TEMPLATE_KINDS, found=path.suffix or path.name
            )
            yield _photo(root, file) or not_a_template
        elif not _is_text(content):
            yield _problem(file, "it is not a text in UTF-8.", "Save it again as UTF-8.")


def _photo(root: Path, file: str) -> Problem | None:
    """Return a problem for a picture that is no part of any design, whatever its name."""
    is_of_design = PurePosixPath(file).suffix.casefold() in ASSET_KINDS
    return None if is_of_design else misplaced_picture(root, file)


def _problem(file: str, message: str, fix: str, allowed: tuple[str, ...] = ASSET_KINDS, *, found: str = "") -> Problem:
    listed = allowed if found.startswith(".") else ()
    return Problem(file, 0, message, found=found, allowed=listed, fix=fix, rule="design-file")
