"""The ways to reach the network, from its settings: every page shows them, so nothing private or broken may be in them.

What is wrong is named and left out: a preview shows a hub that has problems too.
"""

import re
from collections.abc import Iterator
from functools import partial

from ideas_hub.checks.identifier_rows import PROVIDERS
from ideas_hub.checks.personal_data import redacted
from ideas_hub.model.contact import PAGE, Contact
from ideas_hub.problem import Problem, Severity, excerpt, nearest
from ideas_hub.reading.hidden_characters import is_all_visible
from ideas_hub.reading.settings_file import SETTINGS_FILE, Setting, SettingsFile

FIELD = "extra.contact"
NO_CONTACT = "no-contact"
MAX_LENGTH = 400
EXAMPLES = {
    "form": f"https://forms.example/tell-us?page={PAGE}",
    "email": "hello@charity.example",
    "post": "Our Charity, 1 High Street, Newtown",
}
WEB_ADDRESS = re.compile(
    r"https://(?:[a-z\d-]+\.)+[a-z\d-]{2,}(?::\d+)?(?:[/?][\w.~:/?#\[\]@!$&'()*+,;=%{}-]*)?", re.IGNORECASE | re.ASCII
)
EMAIL = re.compile(
    r"[a-z\d_](?:(?!\.\.)[\w.+-]){0,63}(?<!\.)@(?:[a-z\d-]{1,63}\.)+[a-z]{2,24}", re.IGNORECASE | re.ASCII
)
PRIVATE = {*PROVIDERS, "gmx", "live", "me", "msn", "proton", "sky", "talktalk", "virginmedia", "ymail"}
"""Where people have addresses of their own, by the first part of the domain."""

# fmt: off
ROLES = frozenset({
    "admin", "advice", "ask", "board", "centre", "charity", "club", "comms", "community", "contact", "council",
    "editor", "editors", "enquiries", "enquiry", "events", "feedback", "forum", "friends", "group", "hello", "help",
    "hub", "ideas", "info", "mail", "media", "members", "network", "news", "office", "partnership", "post", "press",
    "privacy", "project", "projects", "research", "secretary", "service", "services", "stories", "story", "support",
    "team", "trust", "us", "volunteer", "volunteers", "web", "welcome",
})
# fmt: on
"""What stands in the address of an office, a role or a group; of two other words, one is a person's first name."""


def contact_of(settings: SettingsFile) -> tuple[Contact, list[Problem]]:
    """Return the ways to reach the network that can be trusted, and what is wrong with the others.

    Without any, there is an idea: somebody without an account cannot write.
    """
    ways: dict[str, str] = {}
    problems: list[Problem] = []
    for name, setting in settings.contact.items():
        text = " ".join((setting.text or "").split())
        problem = _problem(name, setting, text, settings.site_name)
        problems += [problem] if problem else []
        ways |= {name: text} if not problem else {}
    if not any(ways.values()) and not problems:
        problems.append(_nobody_can_write(settings.contact_line))
    return Contact(**ways), problems


def _nobody_can_write(line: int) -> Problem:
    return Problem(
        SETTINGS_FILE,
        line,
        "readers who have no account on GitHub cannot reach you.",
        field=FIELD,
        fix="Write the address of a web form, an e-mail address or where a letter goes. Every page shows it.",
        example=f"contact: {{email: {EXAMPLES['email']}}}",
        rule=NO_CONTACT,
        severity=Severity.IDEA,
    )


def _problem(name: str, setting: Setting, text: str, site_name: str) -> Problem | None:
    """Return what is wrong with a setting; None if nothing is."""
    if not name:
        problem = partial(Problem, SETTINGS_FILE, setting.line, field=FIELD, rule="contact")
        fix = "Write form, email or post below it, each with a value."
        return problem("it is not a set of named settings.", fix=fix)
    problem = partial(Problem, SETTINGS_FILE, setting.line, field=f"{FIELD}.{name}", rule="contact")
    if name not in EXAMPLES:
        message = f'"{excerpt(name)}" is not a way to reach you that we know.'
        return problem(message, allowed=tuple(EXAMPLES), nearest=nearest(name, EXAMPLES))
    example = f"{name}: {EXAMPLES[name]}"
    if setting.text is None:
        return problem("it is a list, and one text is expected.", fix="Write one value after it.", example=example)
    if len(text) > MAX_LENGTH or not is_all_visible(setting.text):
        message = f"it has characters that cannot be seen, or more than {MAX_LENGTH}."
        return problem(message, fix="Type it again.", example=example)
    for wrong, fix in _faults(name, text, site_name) if text else ():
        return problem(wrong, fix=fix, example=example)
    return None


def _faults(name: str, text: str, site_name: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a text, and what to do."""
    if name == "form":
        before, _, after = text.partition("?")
        if not WEB_ADDRESS.fullmatch(text):
            fix = "Copy it from your browser. It starts with https:// and has no spaces."
            yield f'"{excerpt(text)}" is not the address of a web form.', fix
        elif PAGE in before or re.search("[{}]", f"{before}{after}".replace(PAGE, "")):
            yield (
                f"what is in braces has no meaning there: {PAGE} alone has one, after the question mark.",
                f"Write {PAGE} as the value of the question that asks for the page, or take the braces out.",
            )
    elif name == "email" and not EMAIL.fullmatch(text):
        yield f'"{redacted(text)}" is not an e-mail address.', "Write one address alone, with no name beside it."
    elif name == "email" and _looks_personal(text, site_name):
        yield (
            f'"{redacted(text)}" looks like the address of one person, and every page would show it.',
            "Write an address of your organisation: one for a role, or one with the organisation's name in it.",
        )
    elif "@" in text and name == "post":
        yield "there is an e-mail address in it.", "Write it after email: instead."


def _looks_personal(email: str, site_name: str) -> bool:
    """Return whether an address names a person, or is a private one that names no organisation."""
    local, _, domain = email.casefold().partition("@")
    words = re.findall(r"[a-z]+", local)
    private = domain.partition(".")[0] in PRIVATE
    own = re.findall(r"\w{4,}", site_name.casefold()) + ([] if private else re.findall(r"\w{4,}", domain))
    if ROLES.intersection(words) or any(word in local for word in own):
        return False
    return private or len(words) > 1
