"""How other people head the columns of their forms and tables that answer our questions, and which answer none."""

from collections.abc import Mapping

_OTHER_WORDS = {
    "title":
        "name of the story; name of story; story name; title of the story; title of story; "
        "project title; story title; project name; name of project; name of the project; headline; project; name of "
        "activity; what is your project called",
    "summary":
        "in short; in a nutshell; in a few words; "
        "short description; brief description; description; project description; overview; abstract; in brief; short "
        "summary; story in brief; tell us about your project; about the project",
    "organisation":
        "organization; organisation name; name of organisation; name of your organisation; name of group; group name; "
        "name of your group; group; charity; name of charity; lead organisation; lead partner; lead organisation "
        "name; organisation or group name; organisation group name; group organisation name; group or organisation "
        "name; lead body; host organisation; delivery organisation; who ran it; your organisation",
    "place":
        "where; location; town; town or city; city; village; county; district; area; venue; where did it take place; "
        "where did it happen; where are you based; geographical area",
    "region": "which region; area of the country; part of the country",
    "themes":
        "theme; type of activity; kind of activity; what kind of activity; type of project; category; categories; "
        "topic; topics",
    "communities":
        "community; who took part; who was it aimed at; target group; target audience; participants; beneficiaries; "
        "who benefited; audience; people we worked with",
    "Is something missing from these lists?": "other themes; anything missing",
    "What they wanted to change":
        "aim; aims; aim of the project; objectives; goals; need; the need; background; problem; the problem; why did "
        "you do it; why was it needed; what was the problem; what were you trying to achieve; purpose",
    "What they did":
        "what happened; activities delivered; your story; story; full story; full description; details; describe your "
        "project; what did the project do; describe what you did; what you did; how it worked",
    "What changed":
        "outcome; outcomes; outcomes achieved; key outcomes; impact; results; difference made; what difference did it "
        "make; what was the impact; benefits; achievements; what was achieved",
    "How they set it up":
        "set up; setting up; how it started; how did it start; how did you start; planning; preparation",
    "What the money made possible":
        "use of funding; how was the money spent; what did the funding pay for; funding; how the grant was used",
    "What happened next": "next steps; what next; future plans; future; sustainability; legacy; what are your plans",
    "worked":
        "what worked; what worked well; what went well; successes; success factors; strengths; enablers; top tips; "
        "tips; what helped you; what helped most",
    "did_not_work":
        "what did not go well; challenges; challenges faced; key challenges; "
        "barriers; difficulties; problems; what went wrong; what was hard; what was difficult; lessons learned; "
        "lessons learnt; what would you do differently; obstacles",
    "could_we_do_this.cost": "cost; costs; budget; total cost; how much did it cost; total budget; project cost",
    "could_we_do_this.cost_band": "cost band; price range; budget range; range of cost",
    "could_we_do_this.people":
        "people needed; staff; staffing; staff and volunteers; volunteers; team; who was involved; who ran it and how "
        "many",
    "could_we_do_this.time": "time; time needed; hours; how long did it take; duration; time commitment",
    "could_we_do_this.place":
        "space needed; premises; kind of venue; type of venue; facilities; what space did you need",
    "status":
        "project status; is it still running; still running; is the project still running; current status; is it "
        "ongoing",
    "period.start":
        "start; start date; begin; began; when did it begin; begin date; date started; started; from; start of "
        "project; project start date; date from; when did you start; when did the project start",
    "period.end":
        "end; end date; date ended; ended; finish date; until; end of project; project end date; date to; when did "
        "you finish; when did the project end",
    "activities": "activity; list of activities; which activities",
    "delivery": "method of delivery; how was it delivered; online or in person; format",
    "partners":
        "partner; partner organisations; names of partners; partner names; who did you work with; working with; other "
        "organisations involved; other organisations",
    "evidence": "type of evidence; kind of evidence; evaluation; how do you know; how was it measured",
    "Which numbers do you have?":
        "numbers; figures; data; statistics; number of people; how many people; how many people took part; number of "
        "participants; people reached",
    "search_terms": "keywords; key words; tags; hashtags",
    "image.file": "photo; picture; image; photo file; file name of photo",
    "image.alt": "photo description; description of photo; alt text; what is in the photo",
    "image.credit": "photo credit; photographer; picture credit",
    "image.licence": "photo licence; photo license; licence of photo",
    "image.people": "people in photo; does the photo show people",
    "consent.reference": "consent number; consent reference; consent form number",
    "consent.expires": "consent expires; consent end date; consent expiry date; consent until",
}  # fmt: skip
OTHER_WORDS: Mapping[str, tuple[str, ...]] = {name: tuple(words.split("; ")) for name, words in _OTHER_WORDS.items()}
"""Headings by the field of a question, by the heading of its part of the text, or by the question itself."""

_NO_ANSWER = (
    "timestamp; start time; completion time; time completed; time submitted; last modified time; submission time; "
    "submission date; submitted; submitted at; date submitted; submit date; started at; completed at; created; "
    "created at; modified; updated at; id; no; number; row; ref; score; total points; total score; quiz feedback; "
    "grade posted time; username; user; user id; language; ip address; response id; respondent id; respondent; "
    "submission id; collector id; network id; token; response type; finished; progress; duration in seconds; time "
    "zone; consent to contact; do you agree; privacy notice; may we contact you"
)
NO_ANSWER = frozenset(_NO_ANSWER.split("; "))
"""Columns that forms and spreadsheets add by themselves; some are near a question in their letters."""

ADDED_BEFORE = ("points", "feedback", "column", "unnamed")
"""The first words of such columns: "Points - Where was it?", "Column1"."""

_ABOUT_A_PERSON = (
    "name names forename surname email mail phone telephone tel mobile contact contacts address postcode signature "
    "birth dob age gender sex ethnicity pronouns"
)
ABOUT_A_PERSON = frozenset(_ABOUT_A_PERSON.split(" "))
"""With one of these words a column may be about a person, and is read only under a heading that is known."""

_FILLERS = (
    "a an the of for in on and or is was were are did do does it its this that your our you we us i please tell "
    "describe give state briefly main any what which project projects story stories so scheme initiative programme"
)
FILLERS = frozenset(_FILLERS.split(" "))
"""Words that say nothing about which question a heading is."""
