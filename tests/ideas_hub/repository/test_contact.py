"""ideas_hub/repository/contact.py: how readers reach the network stands on every page, so it is checked first."""

from pathlib import Path

import pytest

from ideas_hub.model.contact import Contact
from ideas_hub.problem import Severity
from ideas_hub.reading.settings_file import read_settings_file
from ideas_hub.repository.contact import contact_of


def found_in(root: Path, *rows: str, name: str = "Mending Wales") -> tuple[Contact, list[str]]:
    """Return the ways in these rows below `contact`, the first of which is line 4, and each problem with its line."""
    text = "\n".join([f"site_name: {name}", "extra:", "  contact:", *(f"    {row}" for row in rows)])
    (root / "mkdocs.yml").write_text(f"{text}\n", encoding="utf-8")
    contact, problems = contact_of(read_settings_file(root)[0])
    return contact, list(map(str, problems))


def test_a_network_has_whatever_ways_it_has(tmp_path: Path) -> None:
    contact, problems = found_in(
        tmp_path,
        "form: https://forms.example/tell?id=7&entry.1={page}",
        "email: hello@mending.example",
        "post: |",
        "  Mending Wales",
        "  1 High Street, Newtown",
    )

    assert problems == []
    assert contact.form == "https://forms.example/tell?id=7&entry.1={page}"
    assert contact.email == "hello@mending.example"
    assert contact.post == "Mending Wales 1 High Street, Newtown"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("form: http://forms.example/", 'form: "http://forms.example/" is not the address of a web form'),
        ("form: javascript:alert(1)", 'form: "javascript:alert(1)" is not the address of a web form'),
        ("form: 'https://a.example/\"><script>'", "is not the address of a web form"),
        ("form: https://jo@forms.example/", "is not the address of a web form"),
        ("form: https://forms.example/our form", "is not the address of a web form"),
        ("form: https:forms.example", "is not the address of a web form"),
        ("form: https://forms.example/{page}", "{page} alone has one, after the question mark"),
        ("form: https://forms.example/?page={title}", "what is in braces has no meaning there"),
        ("email: mailto:hello@mending.example", "is not an e-mail address"),
        ("email: hello@mending.example?bcc=jo@mending.example", "is not an e-mail address"),
        ("email: Mending <hello@mending.example>", "is not an e-mail address"),
        ("email: hello@mending", "is not an e-mail address"),
        ("email: hello@mending.example, office@mending.example", "is not an e-mail address"),
        ('email: "hello@mending.example%0Abcc"', "is not an e-mail address"),
        ("email: jo.bloggs@mending.example", 'extra.contact.email: "jo…le" looks like the address of one person'),
        ("email: j_bloggs@mending.example", "looks like the address of one person"),
        ("email: jobloggs@gmail.com", "looks like the address of one person"),
        ("email: jo1967@yahoo.co.uk", "looks like the address of one person"),
        ("email: [a@b.example]", "it is a list, and one text is expected"),
        ("post: jo@mending.example", "there is an e-mail address in it"),
        ('post: "Mending\\u202e Wales"', "it has characters that cannot be seen"),
        (f"post: {'a' * 500}", "it has characters that cannot be seen, or more than 400"),
        ("e-mail: hello@mending.example", '"e-mail" is not a way to reach you that we know. Did you mean "email"?'),
        ("hello@mending.example", "extra.contact: it is not a set of named settings."),
    ],
)
def test_what_no_page_may_show_is_named_with_its_line_and_left_out(row: str, message: str, tmp_path: Path) -> None:
    """A preview shows the rest of the hub all the same."""
    contact, (problem,) = found_in(tmp_path, row)

    assert contact == Contact()
    assert problem.startswith("mkdocs.yml:4: extra.contact")
    assert message in problem
    assert "bloggs" not in problem


@pytest.mark.parametrize(
    "email",
    [
        "hello@mending.example",
        "repair.team@mending.example",
        "volunteer-office@council.example",
        "newtown.mending@mending.example",
        "mendingwales@gmail.com",
        "repairs@mending.example",
        "HELLO+hub@Mending.Example",
    ],
)
def test_the_address_of_an_organisation_is_taken(email: str, tmp_path: Path) -> None:
    """One for a role, or with the organisation's name in it, with whichever provider."""
    assert found_in(tmp_path, f"email: {email}") == (Contact(email=email), [])


def test_one_bad_way_does_not_cost_the_others(tmp_path: Path) -> None:
    contact, problems = found_in(tmp_path, "form: ftp://forms.example", "post: 1 High Street, Newtown")

    assert contact == Contact(post="1 High Street, Newtown")
    assert len(problems) == 1


@pytest.mark.parametrize("rows", [(), ('email: ""', "post:")])
def test_without_any_way_there_is_an_idea_and_nothing_stops(rows: tuple[str, ...], tmp_path: Path) -> None:
    found_in(tmp_path, *rows)
    contact, (problem,) = contact_of(read_settings_file(tmp_path)[0])

    assert contact == Contact()
    assert problem.severity is Severity.IDEA
    assert "cannot reach you" in problem.message
