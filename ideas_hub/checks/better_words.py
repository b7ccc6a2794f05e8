"""The words we avoid and what we write instead: add a line here to add a word.

Sources: NHS content guide (inclusive content), GOV.UK style guide (words to avoid), Rethink and Alzheimer's Society
guides to language.  A phrase is found in any case; list each form of a word.
"""

from typing import NamedTuple


class BetterWord(NamedTuple):
    """Phrases that mean the same, what to write instead, and an example for the less obvious."""

    phrases: tuple[str, ...]
    instead: str
    example: str = ""


DEFICIT = (
    BetterWord(("suffers from", "suffer from", "suffered from", "suffering from", "suffers with", "suffer with", "suffering with"),
               "has, lives with, or people with", "People who live with arthritis came too."),
    BetterWord(("sufferer", "sufferers"), "person with, or people with", "People with long Covid joined online."),
    BetterWord(("afflicted with", "afflicted by", "stricken with", "stricken by"), "has, or lives with"),
    BetterWord(("stroke victim", "stroke victims", "cancer victim", "cancer victims", "dementia victim", "dementia victims"),
               "people who have had a stroke, or people with cancer or dementia"),
    BetterWord(("wheelchair bound", "wheelchair-bound", "confined to a wheelchair"), "uses a wheelchair, or wheelchair user"),
    BetterWord(("bed bound", "bed-bound", "bedridden"), "cannot leave their bed"),
    BetterWord(("house bound", "house-bound", "housebound"), "cannot leave their home, or does not leave home much"),
    BetterWord(("handicapped", "handicap", "crippled", "cripple", "invalids"), "disabled people, or people with a disability"),
    BetterWord(("able-bodied", "able bodied"), "people who are not disabled"),
    BetterWord(("retarded", "mentally handicapped", "mental handicap"), "people with a learning disability"),
    BetterWord(("demented", "senile"), "people with dementia"),
    BetterWord(("mental patient", "mental patients", "lunatic", "lunatics", "psycho"), "people with a mental health problem"),
    BetterWord(("commit suicide", "committed suicide", "committing suicide"), "died by suicide, or took their own life"),
    BetterWord(("junkie", "junkies", "drug addict", "drug addicts", "addict", "addicts", "drug abuser", "drug abusers"),
               "people with an addiction, or people who use drugs"),
    BetterWord(("alcoholic", "alcoholics", "drunks"), "people who have a problem with alcohol"),
    BetterWord(("schizophrenic", "schizophrenics", "epileptics", "diabetics", "anorexics", "the obese"), "people with the condition",
               "People with diabetes planned the walks."),
    BetterWord(("normal people",), "people without the condition, or most people"),
    BetterWord(("hard to reach", "hard-to-reach", "difficult to reach"), "people we have not reached yet", "We had not reached young men before."),
    BetterWord(("problem families", "troubled families", "broken home", "broken homes", "broken family"), "families who need more support"),
    BetterWord(("less fortunate", "the underprivileged", "underprivileged", "down and out", "down and outs"), "people on low incomes, or say what they lacked"),
    BetterWord(("illegal immigrant", "illegal immigrants", "illegals"), "people without leave to stay"),
    BetterWord(("BAME", "BME"), "the groups themselves, or people from ethnic minorities", "Most came from Somali and Polish families."),
    BetterWord(("elderly people", "elderly person", "elderly residents", "elderly men", "elderly women", "pensioners", "OAPs"),
               "older people, or people over an age", "People over 70 ran the café."),
    BetterWord(("non-compliant", "failed to engage", "failed to attend", "refused to engage", "did not engage"), "did not come, and say why if you know",
               "Few people came, because the bus had stopped."),
)  # fmt: skip
GROUPS = (
    BetterWord(("the elderly", "the old", "the aged"), "older people"),
    BetterWord(("the disabled", "the handicapped"), "disabled people"),
    BetterWord(("the mentally ill",), "people with a mental health problem"),
    BetterWord(("the homeless",), "people who have no home, or people who are homeless"),
    BetterWord(("the vulnerable", "the needy", "the poor", "the deprived", "the disadvantaged"), "the people you mean, and what they need",
               "People who could not pay for heating came to get warm."),
    BetterWord(("the unemployed",), "people who are out of work"),
    BetterWord(("the blind", "the visually impaired"), "blind people, or people who are blind or partially sighted"),
    BetterWord(("the lonely", "the isolated"), "people who feel lonely, or people who live alone"),
    BetterWord(("the deaf",), "deaf people; write Deaf people for those who use British Sign Language"),
)  # fmt: skip
LONG_WORDS = (
    BetterWord(("utilise", "utilises", "utilised", "utilising", "utilize", "utilized", "leverage", "leveraged", "leveraging"), "use"),
    BetterWord(("facilitate", "facilitates", "facilitated", "facilitating"), "help, run or lead"),
    BetterWord(("signpost", "signposts", "signposted", "signposting"), "tell people about, or point people to"),
    BetterWord(("stakeholder", "stakeholders"), "the people or groups themselves"),
    BetterWord(("beneficiary", "beneficiaries", "service user", "service users", "end user", "end users"), "people, or people who use the service"),
    BetterWord(("cohort", "cohorts"), "group"),
    BetterWord(("intervention", "interventions"), "activity, help or support"),
    BetterWord(("holistic", "holistically"), "the whole person, or all parts of life"),
    BetterWord(("empower", "empowers", "empowered", "empowering", "empowerment"), "help people to, and say to do what"),
    BetterWord(("upskill", "upskilled", "upskilling"), "train, or teach new skills"),
    BetterWord(("capacity building", "capacity-building", "build capacity"), "training, or what you did"),
    BetterWord(("going forward", "moving forward"), "from now on, or leave it out"),
    BetterWord(("in order to",), "to"),
    BetterWord(("prior to",), "before"),
    BetterWord(("subsequent to", "subsequently"), "after, or later"),
    BetterWord(("commence", "commences", "commenced", "commencing", "commencement"), "start"),
    BetterWord(("terminate", "terminated", "termination"), "end"),
    BetterWord(("purchase", "purchases", "purchased", "purchasing"), "buy"),
    BetterWord(("approximately",), "about"),
    BetterWord(("numerous",), "many"),
    BetterWord(("sufficient", "sufficiently"), "enough"),
    BetterWord(("regarding", "with regard to", "with regards to", "in relation to", "in respect of", "pertaining to"), "about"),
    BetterWord(("individuals",), "people"),
    BetterWord(("assist", "assists", "assisted", "assisting", "assistance"), "help"),
    BetterWord(("endeavour", "endeavours", "endeavoured"), "try"),
    BetterWord(("ascertain", "ascertained"), "find out"),
    BetterWord(("due to the fact that", "owing to the fact that"), "because"),
    BetterWord(("in the event of", "in the event that"), "if"),
    BetterWord(("a number of", "a range of", "a variety of", "a wide range of"), "some, several or many; better still, how many"),
    BetterWord(("impact on", "impacted", "impacted on", "impacts on", "impacting"), "affect, or say what changed"),
    BetterWord(("wraparound", "wrap-around", "wrap around"), "all-round, or say what it covers"),
    BetterWord(("synergy", "synergies", "paradigm", "paradigms", "ecosystem", "ecosystems"), "what it means in plain words"),
    BetterWord(("best practice", "best practices"), "what works well"),
    BetterWord(("cutting edge", "cutting-edge", "world class", "world-class", "state of the art", "state-of-the-art", "ground-breaking"),
               "what is new about it, or leave it out"),
    BetterWord(("deep dive", "touch base", "low-hanging fruit", "blue sky", "step change", "game changer", "game-changer", "ring-fence", "ring-fenced"),
               "what it means in plain words"),
    BetterWord(("fit for purpose", "at pace", "at scale", "roll out", "rolled out", "rollout", "roll-out"), "what it means in plain words"),
)  # fmt: skip
