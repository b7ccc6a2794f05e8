"""May an entry's picture be shown today?"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ideas_hub.model.document import Document
from ideas_hub.model.fields import Consent, Picture
from ideas_hub.model.hub import Hub
from ideas_hub.photos.consent import reason_to_withhold, unknown_people
from ideas_hub.problem import Severity

PEOPLE = Picture(file="walk.jpg", alt="People on a path.", people=True)
NOBODY = Picture(file="walk.jpg", alt="A path.", people=False)
UNKNOWN = Picture(file="walk.jpg", alt="A path.")
CONSENT = Consent(reference="HUB-7731", expires=date(2027, 8, 31))
WITHDRAWN = Consent(reference="HUB-7731", expires=date(2027, 8, 31), withdrawn=date(2030, 1, 1))
LAST_DAY, DAY_AFTER = date(2027, 8, 31), date(2027, 9, 1)


def entry(hub: Hub, image: Picture | None, consent: Consent | None) -> Document[Any]:
    study = hub.case_studies["soldering"]
    return replace(study, facts=study.facts.model_copy(update={"image": image, "consent": consent}))


@pytest.mark.parametrize(
    ("image", "consent", "today"),
    [
        (None, None, DAY_AFTER),
        (NOBODY, None, DAY_AFTER),
        (UNKNOWN, None, DAY_AFTER),
        (PEOPLE, CONSENT, LAST_DAY),
        (NOBODY, CONSENT, LAST_DAY),
        (None, CONSENT, LAST_DAY),
    ],
)
def test_a_picture_without_people_or_with_a_consent_that_holds_may_be_shown(
    image: Picture | None, consent: Consent | None, today: date, hub: Hub
) -> None:
    assert reason_to_withhold(entry(hub, image, consent), today) is None


def test_people_need_consent(hub: Hub) -> None:
    """The build stops: the consent is a number and a day, never a name."""
    problem = reason_to_withhold(entry(hub, PEOPLE, None), LAST_DAY)

    assert problem
    assert problem.message == "the picture walk.jpg shows people, and no consent is named."
    assert problem.severity is Severity.MUST_FIX


@pytest.mark.parametrize("image", [PEOPLE, NOBODY, UNKNOWN])
@pytest.mark.parametrize(
    ("consent", "today", "words"),
    [(CONSENT, DAY_AFTER, "ran out on 2027-08-31"), (WITHDRAWN, date(2027, 1, 1), "was withdrawn")],
)
def test_a_consent_that_ended_withholds_the_picture_whatever_it_shows(
    image: Picture, consent: Consent, today: date, words: str, hub: Hub
) -> None:
    """A withdrawal holds at once, whatever day is written; the build says so and goes on."""
    problem = reason_to_withhold(entry(hub, image, consent), today)

    assert problem
    assert problem.message == f"the consent HUB-7731 {words}, so the picture is left out."
    assert problem.severity is Severity.SHOULD_FIX


@pytest.mark.parametrize(
    ("consent", "today", "words"), [(CONSENT, DAY_AFTER, "ran out"), (WITHDRAWN, LAST_DAY, "withdrawn")]
)
def test_the_consent_of_a_story_without_a_picture_is_watched_too(
    consent: Consent, today: date, words: str, hub: Hub
) -> None:
    """Only people can tell a story anew, so the build says so and leaves the page."""
    problem = reason_to_withhold(entry(hub, None, consent), today)

    assert problem
    assert words in problem.message
    assert "nothing is left out" in problem.message
    assert "tell it so that nobody can be recognised" in problem.fix
    assert problem.severity is Severity.SHOULD_FIX


@pytest.mark.parametrize(
    ("image", "consent", "asked"),
    [
        (UNKNOWN, None, True),
        (UNKNOWN, CONSENT, False),
        (NOBODY, None, False),
        (PEOPLE, None, False),
        (None, None, False),
    ],
)
def test_whether_people_are_shown_is_asked_for_unless_it_is_known_or_agreed(
    image: Picture | None,
    consent: Consent | None,
    asked: bool,  # noqa: FBT001 a table's cell
    hub: Hub,
) -> None:
    """A program cannot see people, so an editor has to say."""
    problem = unknown_people(entry(hub, image, consent))

    assert (problem is not None) is asked
    assert not problem or (problem.field, problem.severity) == ("image.people", Severity.SHOULD_FIX)
