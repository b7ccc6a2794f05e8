"""Types of field, each with its bounds, and the records that several kinds share."""

import re
from calendar import monthrange
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from ideas_hub.model.languages import PATTERN, Language, other_language, tag_of
from ideas_hub.model.text_fields import Line, Note, OtherWord, Sentence, Summary, Verbatim, plain_words, whole

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
MONTHS_PER_YEAR = 12
DAY, MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}"), re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
NONE_GIVEN: set[str] = set()
"""For all records that come from the cache: nothing asks them which fields were given."""


class Record(BaseModel):
    """A checked piece of content: nothing in it changes, and it has no field that we do not know."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        defer_build=True,  # until one is checked: those of an earlier build need only be loaded
    )

    def __getstate__(self) -> dict[Any, Any]:
        """Return the values in the order of the fields, whose names every record of a kind shares.

        Which fields were given is left out: that is a set, and keys made of sets differ from build to build.
        """
        return {"values": tuple(map(self.__dict__.__getitem__, type(self).model_fields))}

    def __setstate__(self, state: dict[Any, Any]) -> None:
        super().__setstate__(
            {
                "__dict__": dict(zip(type(self).model_fields, state["values"], strict=True)),
                "__pydantic_extra__": None,
                "__pydantic_fields_set__": NONE_GIVEN,
                "__pydantic_private__": None,
            }
        )


def _given(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("string_too_short", "it is empty")
    return text


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not DAY.fullmatch(value):
        raise PydanticCustomError("day", "it is not a date written as year-month-day")
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("impossible_day", "there is no such day") from None
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise PydanticCustomError("unlikely_year", "the year is not a likely one")
    return day


def _moment(value: object) -> str:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not MOMENT.fullmatch(text):
        raise PydanticCustomError("moment", "it is not a year, a month or a day")
    _day(f"{text}-01-01"[:10] if len(text) == 4 else f"{text}-01"[:10])  # noqa: PLR2004 the length of a year
    return text


def _language(text: str) -> str:
    if not (tag := tag_of(text)):
        raise PydanticCustomError("language", "it is not a language we know")
    return tag


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", max_length=80)]
"""An id that others gave, in capitals too: of an aim, of a region."""
Reference = Annotated[
    str, Field(json_schema_extra={"maxLength": 80, "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$"}), AfterValidator(_given)
]
CodeReference = Annotated[
    str,
    Field(json_schema_extra={"maxLength": 80, "pattern": r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"}),
    AfterValidator(_given),
]
"""An id or a code that another file gives: any text, as whoever knows the right ones says which was meant."""
Day = Annotated[date, BeforeValidator(_day)]
Moment = Annotated[str, BeforeValidator(_moment)]
"""A year, a month or a day: `2021`, `2021-03` or `2021-03-31`."""
LanguageTag = Annotated[str, AfterValidator(_language), WithJsonSchema({"type": "string", "pattern": PATTERN})]
"""Such as `cy` for Welsh; see `languages`."""
WebAddress = Annotated[str, StringConstraints(pattern=r"^https://[a-z0-9.-]+(/[\w./~-]*)?$", max_length=200)]
"""The public website of an organisation."""
WebPage = Annotated[
    str,
    StringConstraints(
        pattern=r"^https://[a-z0-9-]+(\.[a-z0-9-]+)+(/[A-Za-z0-9_.~%/-]*)?(\?[A-Za-z0-9_.~%=&-]*)?$", max_length=300
    ),
]
"""A page that everybody can open."""
Number = Annotated[int, Field(strict=True)] | Annotated[float, Field(strict=True, allow_inf_nan=False)]
Count = Annotated[int, Field(strict=True, ge=0)]
Flag = Annotated[bool, Field(strict=True)]

Status = Literal["running", "ended", "unknown"]
Evidence = Literal["own-experience", "measured", "independent-evaluation"]


class Citation(Record):
    """Where a fact comes from.  source: the id of a page in docs/sources.  section: as the source names it."""

    source: Reference
    section: Line | None = None


class Period(Record):
    """When something ran; either end may be open.  Years, months or days.  \
start_of: whose start it is, where the source gives none of the project's own."""  # noqa: D209 schemas publish it

    start: Moment | None = None
    end: Moment | None = None
    start_of: Line | None = None

    def model_post_init(self, _context: object, /) -> None:
        """Refuse a period that ends before it starts."""
        if self.start and self.end and self.end < self.start[: len(self.end)]:
            raise PydanticCustomError("ends_too_early", "it ends before it starts")


class Picture(Record):
    """A photo beside the entry, in the folder `images`.  alt: what it shows; empty only for decoration.

    people: whether it shows anyone who can be recognised; then the entry needs `consent`.
    """

    file: Verbatim
    alt: Annotated[
        str,
        StringConstraints(strip_whitespace=True, max_length=150),
        AfterValidator(plain_words),
        BeforeValidator(whole),
    ]
    credit: Line | None = None
    licence: Line | None = None
    people: Flag | None = None


class Consent(Record):
    """The reference number of a signed consent, and the day it runs out.  Never a name."""

    reference: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,6}-[0-9]{3,8}$")]
    expires: Day
    withdrawn: Day | None = None


class AllowedContact(Record):
    """An organisation's public contact that may stand in the text.  item: exactly as written there.  \
why: who it belongs to."""  # noqa: D209 schemas publish it

    item: Verbatim
    why: Sentence


class Entry(Record):
    """What every entry has, of whichever kind.

    published: the day its page first went out, or is to go out; where the file does not say, the day the file came to
    the branch.
    language: of its text; none for that of the hub.
    source_date: of what it rests on, as precise as that is; where the file does not say, that of its first source.
    """

    title: Line
    summary: Summary
    language: LanguageTag | None = None
    published: Day | None = None
    source_date: Moment | None = None
    updated: Day | None = None
    reviewed: Day | None = None
    review_in_months: Annotated[int, Field(strict=True, ge=1, le=120)] = 24
    sources: tuple[Citation, ...] = ()
    notes: tuple[Note, ...] = ()
    search_terms: tuple[OtherWord, ...] = ()
    redirect_from: tuple[Id, ...] = ()
    image: Picture | None = None
    consent: Consent | None = None
    allow_contact: tuple[AllowedContact, ...] = ()
    draft: Flag = False

    @property
    def other_language(self) -> Language | None:
        """The language of its text, where that is not the hub's."""
        return other_language(self.language)

    def is_out(self, today: date) -> bool:
        """Return whether readers can see it: it is no draft, and its day of publication is not still to come."""
        return not self.draft and (self.published is None or self.published <= today)

    @property
    def is_milestone(self) -> bool:
        """Whether only the timeline lists it."""
        return False

    @property
    def says_what_did_not_work(self) -> bool:
        """Whether it says what got in the way of somebody's work."""
        return False

    @property
    def sort_date(self) -> date:
        """The day of publication, by which lists are sorted; what is not out yet comes after all that is."""
        return self.published or date.max

    @property
    def last_changed(self) -> date | None:
        """The day of the last change in substance, else of publication; None if nobody knows that yet."""
        return self.updated or self.published

    @property
    def last_checked(self) -> date | None:
        """The day of the last review, else of the last change."""
        return self.reviewed or self.last_changed

    @property
    def review_due(self) -> date:
        """The day the next review is due: `review_in_months` after `last_checked`; far off for what is not out yet."""
        last = self.last_checked or date.max.replace(year=LATEST_YEAR)
        months = last.month - 1 + self.review_in_months
        year, month = last.year + months // MONTHS_PER_YEAR, months % MONTHS_PER_YEAR + 1
        return date(year, month, min(last.day, monthrange(year, month)[1]))

    def is_review_due(self, today: date) -> bool:
        """Return whether the review is due; on its day it is."""
        return self.review_due <= today


class Withdrawn(Record):
    """All that is left in the file of an entry that was taken down: its addresses say so from that day on."""

    withdrawn: Day
    redirect_from: tuple[Id, ...] = ()
