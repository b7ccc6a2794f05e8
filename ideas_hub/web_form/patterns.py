"""Python's regular expressions as JavaScript's, with the same matches: a rule has one pattern, whoever runs it.

JavaScript runs them with the flag `u`, and with `i` where the whole pattern ignores case.  What a letter, a digit, a
space and the end of a row are is written out, as the two languages differ in each of them.

Sources: Python's documentation of `re`; ECMAScript 2018, "Patterns" (lookbehind, named groups, properties of signs).
"""

import re
from dataclasses import dataclass, replace

WORD, DIGIT = r"\p{L}\p{N}_", r"\p{Nd}"
SPACE = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
ASCII_CLASSES = {"w": "A-Za-z0-9_", "d": "0-9", "s": r"\t-\r "}
CLASSES = {"w": WORD, "d": DIGIT, "s": SPACE}
START_OF_TEXT, END_OF_TEXT = "(?<![^])", "(?![^])"
SYNTAX = frozenset("^$\\.*+?()[]{}|/")
"""The signs that stand for themselves after a backslash, outside a set."""

GROUP = re.compile(r"\(\?(?:P<(?P<name>\w+)>|P=(?P<same>\w+)\)|(?P<on>[aimsx]*)(?:-(?P<off>[ims]+))?(?P<end>[:)]))")
QUANTIFIER = re.compile(r"\{(\d*)(,?)(\d*)\}")
CODE = re.compile(r"x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}")
NAMED_LETTER = re.compile(r"(?<!\\)(?<!\\x.)(?<!\\u...)(?<!\\U.{7})[A-Za-z0-9]$|\\[wd]$")
"""The end of a part of a pattern that matches a letter or a digit, whichever it is."""

CONTROL = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a", "0": "\0"}


class UntranslatableError(ValueError):
    """A pattern uses what JavaScript does not have."""


def javascript_pattern(pattern: re.Pattern[str]) -> tuple[str, str]:
    """Return the source and the flags of a pattern for JavaScript's RegExp.

    Raises: UntranslatableError.
    """
    ignores_case = bool(pattern.flags & re.IGNORECASE) and "(?-i" not in pattern.pattern
    return _Translator(pattern, ignores_case=ignores_case).translated(), "iu" if ignores_case else "u"


@dataclass(frozen=True, slots=True)
class _Flags:
    """What a part of a pattern is read with.  i: both cases of a letter are written, as no flag says it."""

    i: bool
    m: bool
    s: bool
    x: bool
    a: bool


class _Translator:
    """Reads a pattern from left to right."""

    def __init__(self, pattern: re.Pattern[str], *, ignores_case: bool) -> None:
        flags = pattern.flags
        on = (flags & flag for flag in (re.IGNORECASE, re.MULTILINE, re.DOTALL, re.VERBOSE, re.ASCII))
        self._flags = replace(_Flags(*map(bool, on)), i=not ignores_case and bool(flags & re.IGNORECASE))
        self._ignores_case = ignores_case
        self._source = pattern.pattern
        self._at = 0
        self._outer: list[_Flags] = []

    def translated(self) -> str:
        """Return the whole pattern."""
        parts: list[str] = []
        while self._at < len(self._source):
            parts.append(self._part(self._source[self._at]))
        return "".join(parts)

    def _part(self, sign: str) -> str:
        if self._flags.x and (sign.isspace() or sign == "#"):
            return self._comment(sign)
        readers = {"\\": self._escape, "[": self._set, "(": self._group, ")": self._end_of_group, "{": self._quantifier}
        if sign in readers:
            return readers[sign]()
        self._at += 1
        if sign == "+" and self._source[self._at - 2 : self._at - 1] in {"*", "+", "?", "}"} and self._is_possessive():
            raise UntranslatableError(self._source)
        special = {
            ".": "[^]" if self._flags.s else r"[^\n]",
            "^": r"(?<![^\n])" if self._flags.m else "^",
            "$": r"(?![^\n])" if self._flags.m else rf"(?=\n?{END_OF_TEXT})",
        }
        return special.get(sign) or (self._literal(sign) if sign not in "*+?|" else sign)

    def _is_possessive(self) -> bool:
        """Return whether the sign before the last is a quantifier, and not a sign that a backslash makes one."""
        before = self._source[: self._at - 2]
        return (len(before) - len(before.rstrip("\\"))) % 2 == 0

    def _comment(self, sign: str) -> str:
        end = self._source.find("\n", self._at) if sign == "#" else self._at + 1
        self._at = end if end > 0 else len(self._source)
        return ""

    def _literal(self, sign: str) -> str:
        if self._flags.i and len(_cases(sign)) > 1:
            return f"[{_cases(sign)}]"
        return f"\\{sign}" if sign in SYNTAX else _printable(sign)

    def _escape(self) -> str:
        letter = self._source[self._at + 1]
        if letter in "bBAZ":
            self._at += 2
            return {"A": START_OF_TEXT, "Z": END_OF_TEXT, "b": self._known_edge()}.get(letter) or self._edge(letter)
        if letter.isdigit() and letter != "0":
            self._at += 2
            return f"\\{letter}"
        name, sign = self._class_or_sign()
        if name:
            return f"[{'^' if name.isupper() else ''}{self._class(name)}]"
        return self._literal(sign)

    def _known_edge(self) -> str:
        """Return what an edge of a word comes to beside a letter that the pattern names, which is faster; else ""."""
        before, after, beyond = self._source[: self._at - 2], self._source[self._at :], self._source[self._at + 1 :]
        if after[:1].isalnum() and beyond[:1] not in {"?", "*", "{"}:
            return f"(?<![{self._class('w')}])"
        return f"(?![{self._class('w')}])" if NAMED_LETTER.search(before) else ""

    def _edge(self, letter: str) -> str:
        word = self._class("w")
        before, after = (f"(?<=[{word}])", f"(?<![{word}])"), (f"(?=[{word}])", f"(?![{word}])")
        first, second = (1, 0) if letter == "b" else (0, 1)
        return f"(?:{before[0]}{after[first]}|{before[1]}{after[second]})"

    def _class(self, name: str) -> str:
        return (ASCII_CLASSES if self._flags.a else CLASSES)[name.lower()]

    def _class_or_sign(self) -> tuple[str, str]:
        """Read a backslash with what it makes: the name of a class, or else a sign."""
        letter = self._source[self._at + 1]
        if letter.lower() in CLASSES:
            self._at += 2
            return letter, ""
        if code := CODE.match(self._source, self._at + 1):
            self._at = code.end()
            return "", chr(int(code.group()[1:], 16))
        self._at += 2
        if letter.isalnum() and letter not in CONTROL:
            raise UntranslatableError(self._source)
        return "", CONTROL.get(letter, letter)

    def _set(self) -> str:
        r"""Read a set; in one with a class of other signs, such as [^\W_], those stand before it or beside it."""
        self._at += 1
        is_negated = self._source[self._at] == "^"
        self._at += is_negated
        inside, others, first = "", "", True
        while self._source[self._at] != "]" or first:
            name, sign = self._in_set()
            first = False
            if name.isupper():
                others = self._class(name)
            else:
                inside += self._class(name) if name else sign
        self._at += 1
        if not others:
            return f"[{'^' if is_negated else ''}{inside}]"
        if is_negated:
            return f"(?:(?![{inside}])[{others}])" if inside else f"[{others}]"
        return f"(?:[^{others}]|[{inside}])" if inside else f"[^{others}]"

    def _in_set(self) -> tuple[str, str]:
        """Read a class, a sign or a range of signs."""
        name, start = self._one_in_set()
        if name or self._source[self._at] != "-" or self._source[self._at + 1] == "]":
            return name, self._signs(start, start)
        self._at += 1
        name, end = self._one_in_set()
        if name:
            raise UntranslatableError(self._source)
        return "", self._signs(start, end)

    def _one_in_set(self) -> tuple[str, str]:
        if self._source[self._at] == "\\":
            return self._class_or_sign()
        self._at += 1
        return "", self._source[self._at - 1]

    def _signs(self, start: str, end: str) -> str:
        if start == end:
            return "".join(map(_in_a_set, _cases(start) if self._flags.i else start))
        ranges = {(start, end)}
        if self._flags.i and start.isascii() and start.isalpha():
            ranges |= {(start.lower(), end.lower()), (start.upper(), end.upper())}
        return "".join(f"{_in_a_set(low)}-{_in_a_set(high)}" for low, high in sorted(ranges))

    def _group(self) -> str:
        if not self._source.startswith("(?", self._at):
            return self._open("(", self._flags, 1)
        for look in ("(?=", "(?!", "(?<=", "(?<!"):
            if self._source.startswith(look, self._at):
                return self._open(look, self._flags, len(look))
        group = GROUP.match(self._source, self._at)
        if not group:
            raise UntranslatableError(self._source)
        length = len(group.group())
        if group["name"]:
            return self._open(f"(?<{group['name']}>", self._flags, length)
        if group["same"]:
            self._at += length
            return f"\\k<{group['same']}>"
        inner = self._switched(group["on"] or "", group["off"] or "")
        if group["end"] == ":":
            return self._open("(?:", inner, length)
        self._at += length  # flags of the whole pattern, which it has been compiled with
        return ""

    def _switched(self, on: str, off: str) -> _Flags:
        flags = replace(self._flags, **dict.fromkeys(on, True), **dict.fromkeys(off, False))
        return replace(flags, i=flags.i and not self._ignores_case)

    def _open(self, opening: str, inner: _Flags, length: int) -> str:
        self._outer.append(self._flags)
        self._flags = inner
        self._at += length
        return opening

    def _end_of_group(self) -> str:
        self._flags = self._outer.pop()
        self._at += 1
        return ")"

    def _quantifier(self) -> str:
        quantifier = QUANTIFIER.match(self._source, self._at)
        if not quantifier or quantifier.group() in {"{}", "{,}"}:
            self._at += 1
            return r"\{"
        self._at = quantifier.end()
        least, comma, most = quantifier.groups()
        return f"{{{least or 0}{comma}{most}}}"


def _cases(sign: str) -> str:
    """Return a letter in its small and its capital form; any other sign alone."""
    return "".join(sorted({one for one in (sign, sign.lower(), sign.upper()) if len(one) == 1}))


def _in_a_set(sign: str) -> str:
    return f"\\{sign}" if sign in "\\]^-[" else _printable(sign)


def _printable(sign: str) -> str:
    """Return a sign so that it may stand in a script: nothing that is unseen, and no end of a line."""
    if sign.isprintable():
        return sign
    return f"\\x{ord(sign):02x}" if ord(sign) < 256 else f"\\u{{{ord(sign):x}}}"  # noqa: PLR2004 two digits
