"""Whatever happens to a build, the folder holds one site, whole, and the next build makes the right one.

Real builds of the small hub: killed at any moment, without room, without leave to write, over a damaged cache.
"""

import os
import random
import shlex
import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.conftest import build, digests, lay_hub
from tests.site.signalling import signalled

STUDY = "case_studies/soldering.md"
WORDS = ("People soldered", "People mended lamps")
FILE_EVENTS = ("os.", "open", "shutil.", "ctypes.dlsym", "sqlite3.")
KILL = "os.kill(main, signal.SIGKILL)"


@dataclass
class Hub:
    """A repository with two states of its content, its site, and the digests of both states' sites."""

    root: Path
    site: Path
    right: tuple[dict[str, str], dict[str, str]]
    state: int = 0

    @property
    def old(self) -> dict[str, str]:
        return self.right[1 - self.state]

    @property
    def new(self) -> dict[str, str]:
        return self.right[self.state]

    def edit(self) -> None:
        """Go over to the other state."""
        change(self.root, self.state)
        self.state = 1 - self.state

    def build(self, first: str = "") -> CompletedProcess[str]:
        return build(self.root, self.site, first=first)

    def assert_whole_and_the_next_build_is_right(self) -> None:
        assert digests(self.site) in (self.old, self.new)
        run = self.build()
        assert (run.returncode, digests(self.site) == self.new) == (0, True), run.stderr


def change(root: Path, state: int) -> None:
    path = root / STUDY
    text = path.read_text(encoding="utf-8")
    assert WORDS[state] in text
    path.write_text(text.replace(WORDS[state], WORDS[1 - state], 1), encoding="utf-8")


@pytest.fixture(scope="module")
def only_hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    folder = tmp_path_factory.mktemp("faults")
    for state in (0, 1):
        root = lay_hub(folder / f"repository-{state}")
        if state:
            change(root, 0)
        assert build(root, folder / f"site-{state}").returncode == 0
    right = (digests(folder / "site-0"), digests(folder / "site-1"))
    return Hub(folder / "repository-0", folder / "site-0", right)


@pytest.fixture
def hub(only_hub: Hub) -> Hub:
    """The hub, whose site is that of one state, and whose content is in the other."""
    run = only_hub.build()
    assert (run.returncode, digests(only_hub.site) == only_hub.new) == (0, True), run.stderr
    only_hub.edit()
    return only_hub


@pytest.fixture(scope="module")
def moments(only_hub: Hub) -> int:
    """How many file operations a build has."""
    only_hub.edit()
    count = "import atexit; atexit.register(lambda: print(seen))"
    return int(only_hub.build(signalled(FILE_EVENTS, "", number=-1) + count).stdout)


@pytest.mark.parametrize("turn", range(20))
@pytest.mark.parametrize("send", [KILL, "os.kill(0, signal.SIGINT)"], ids=["kill -9", "Ctrl+C"])
def test_a_build_stopped_at_any_moment_leaves_one_site(hub: Hub, moments: int, turn: int, send: str) -> None:
    """Drawn by lot, the same every time, half of them near the end, where the folders are exchanged."""
    lot = random.Random(turn)  # noqa: S311 no secret
    number = lot.randrange(1, moments) if turn % 2 else moments - lot.randrange(1, 400)
    run = hub.build(signalled(FILE_EVENTS, "", number, send))

    assert "Traceback" not in run.stderr
    hub.assert_whole_and_the_next_build_is_right()


def test_two_builds_at_once_both_end_well(hub: Hub) -> None:
    """The second waits for the first."""
    with ThreadPoolExecutor(2) as both:
        runs = list(both.map(hub.build, ["", ""]))

    assert [run.returncode for run in runs] == [0, 0], [run.stderr for run in runs]
    assert digests(hub.site) == hub.new


@cache
def namespace() -> tuple[str, ...]:
    """Return the command that gives a program mounts of its own."""
    for command in (("unshare", "-m"), ("unshare", "-r", "-m"), ("sudo", "-n", "unshare", "-m")):
        if (
            shutil.which(command[0])
            and subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0
        ):
            return command
    pytest.skip("mounts of one's own need Linux and the right to make them")


def build_in(hub: Hub, mounts: str, output: str, folder: Path, root: str = "$ROOT") -> CompletedProcess[str]:
    """Build within mounts, with copies of the site where the mounts put them; the site is then copied to `after`."""
    (folder / "other").mkdir()
    names = {"ROOT": hub.root, "SITE": hub.site, "OTHER": folder / "other", "AFTER": folder / "after"}
    script = folder / "script.sh"
    words = " ".join(f"{name}={shlex.quote(str(path))}" for name, path in names.items())
    script.write_text(
        f'{words}\nset -e\n{mounts}\nset +e\n"$PYTHON" "{root}/scripts/lib/build.py" --output "{output}"\n'
        f'status=$?\ncp -a "{output}" "$AFTER"\nexit $status\n'
    )
    first = (
        "import os, sys; os.environ['PYTHON'] = sys.executable; "
        f"os.execvp({namespace()[0]!r}, [*{namespace()!r}, 'bash', {str(script)!r}])"
    )
    return build(hub.root, hub.site, first=first)


ROOM = 'size=$(( $(du -sk "$SITE" | cut -f1) * 3 / 2 ))k'
READ_ONLY = 'mount --bind "{0}" "{0}"; mount -o remount,bind,ro "{0}"'
EVERYTHING = 'mount -t tmpfs -o size=30m none "$OTHER"; cp -a "$ROOT" "$OTHER/hub"; cp -a "$SITE" "$OTHER/hub/site"'
FAILING = {
    "a full disk where the site is": (
        f'mount -t tmpfs -o {ROOM} none "$OTHER"; cp -a "$SITE" "$OTHER/site"',
        "$OTHER/site",
    ),
    "a full disk where everything is": (
        f'{EVERYTHING}; cat /dev/zero > "$OTHER/full" || true',
        "$OTHER/hub/site",
        "$OTHER/hub",
    ),
    "a read-only disk": (
        READ_ONLY.format("$OTHER").replace("mount", 'cp -a "$SITE" "$OTHER/site"; mount', 1),
        "$OTHER/site",
    ),
    "a folder mounted on itself": (
        'cp -a "$SITE" "$OTHER/site"; mount --bind "$OTHER/site" "$OTHER/site"',
        "$OTHER/site",
    ),
    "a mount point": ('mount -t tmpfs none "$OTHER"; cp -a "$SITE/." "$OTHER"', "$OTHER"),
}
HARMLESS = {
    "another disk": ('mount -t tmpfs none "$OTHER"; cp -a "$SITE" "$OTHER/site"', "$OTHER/site"),
    "another disk, a new folder": ('mount -t tmpfs none "$OTHER"', "$OTHER/site"),
    "a full disk where the cache is": ('mount -t tmpfs -o size=64k none "$ROOT/.cache"', "$SITE"),
    "a read-only cache": (READ_ONLY.format("$ROOT/.cache"), "$SITE"),
    "a read-only repository": (READ_ONLY.format("$ROOT"), "$SITE"),
}


@pytest.mark.parametrize("fault", FAILING)
def test_without_room_or_leave_the_old_site_stays(hub: Hub, tmp_path: Path, fault: str) -> None:
    """The last line says why, and which folder is as it was."""
    mounts, output, *root = FAILING[fault]
    run = build_in(hub, mounts, output, tmp_path, *root)

    assert run.returncode == 1, run.stderr
    assert "Traceback" not in run.stderr
    last = run.stderr.splitlines()[-1]
    assert str(tmp_path / "other") in last
    assert " is as it was." in last or "Name a folder in it" in last
    assert digests(tmp_path / "after") == hub.old


@pytest.mark.parametrize("fault", HARMLESS)
def test_another_disk_and_a_cache_without_room_are_no_hindrance(hub: Hub, tmp_path: Path, fault: str) -> None:
    mounts, output = HARMLESS[fault]
    run = build_in(hub, mounts, output, tmp_path)

    assert run.returncode == 0, run.stderr
    assert "Traceback" not in run.stderr
    assert digests(tmp_path / "after") == hub.new


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def each(harm: Callable[[Path, bytes], object]) -> Callable[[Path], None]:
    """Harm every file of a cache, knowing what was in it."""

    def harm_all(folder: Path) -> None:
        for path in files(folder):
            content = path.read_bytes()
            path.unlink()
            harm(path, content)

    return harm_all


def replaced_by_a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("a file", encoding="utf-8")


def replaced_by_a_link(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.symlink_to(folder)


def parts_replaced_by_files(folder: Path) -> None:
    for part in [path for path in folder.iterdir() if path.is_dir()]:
        replaced_by_a_file(part)


def contents_moved_on_by_one(folder: Path) -> None:
    every = files(folder)
    contents = [path.read_bytes() for path in every]
    for path, content in zip(every, contents[1:] + contents[:1], strict=True):
        path.write_bytes(content)


def one_bit_changed(path: Path, content: bytes) -> None:
    at = len(content) * 2 // 3
    path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :] if content else b"?")


def sql(statement: str) -> Callable[[Path], None]:
    def run(folder: Path) -> None:
        command = ["import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute(sys.argv[2]); db.commit()"]
        subprocess.run(["python3", "-c", *command, str(folder / "cache.sqlite"), statement], check=True)

    return run


DAMAGE: dict[str, Callable[[Path], object]] = {
    "deleted": shutil.rmtree,
    "a file in its place": replaced_by_a_file,
    "a link to itself in its place": replaced_by_a_link,
    "files in the place of its folders": parts_replaced_by_files,
    "each file deleted": each(lambda path, _: path),
    "each file emptied": each(lambda path, _: path.touch()),
    "each file cut": each(lambda path, content: path.write_bytes(content[: len(content) // 2])),
    "each file longer": each(lambda path, content: path.write_bytes(content + b"more")),
    "each file rubbish": each(lambda path, content: path.write_bytes(random.Random(1).randbytes(len(content)))),  # noqa: S311
    "each file with one bit changed": each(one_bit_changed),
    "each file a folder": each(lambda path, _: path.mkdir()),
    "each file a pipe": each(lambda path, _: os.mkfifo(path)),
    "each file a link to itself": each(lambda path, _: path.symlink_to(path)),
    "each file the contents of another": contents_moved_on_by_one,
    "values that are no pickles": sql("UPDATE entries SET value = x'00'"),
    "values of other keys": sql("UPDATE entries SET value = (SELECT value FROM entries LIMIT 1)"),
    "no values but text": sql("UPDATE entries SET value = 'text', checksum = 'text'"),
    "no table": sql("DROP TABLE entries"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_cache_costs_time_only(hub: Hub, damage: str) -> None:
    """In the build that finds it, and in those that follow."""
    DAMAGE[damage](hub.root / ".cache")
    run = hub.build()

    assert (run.returncode, digests(hub.site) == hub.new) == (0, True), run.stderr
    hub.edit()
    hub.assert_whole_and_the_next_build_is_right()
    remove(hub.root / ".cache")


def remove(path: Path) -> None:
    path.unlink() if path.is_symlink() or path.is_file() else shutil.rmtree(path)


@pytest.mark.parametrize("turn", range(6))
def test_a_cache_deleted_meanwhile_costs_time_only(hub: Hub, moments: int, turn: int) -> None:
    number = moments * (turn + 3) // 10
    delete = f"__import__('shutil').rmtree({str(hub.root / '.cache')!r}, ignore_errors=True)"
    run = hub.build(signalled(FILE_EVENTS, "", number, delete))

    assert (run.returncode, digests(hub.site) == hub.new) == (0, True), run.stderr
