"""The words to avoid and what to write instead: add a row to a table to add a word.

A row is `phrase, phrase, ... -> what to write instead`; an indented row continues the one above.
An example may follow, after "For example:".
A phrase is found in any case; list each form of a word.

Sources: NHS content guide (inclusive content), GOV.UK style guide (words to avoid), Rethink and Alzheimer's Society
guides to language.
"""

from typing import NamedTuple


class BetterWord(NamedTuple):
    """Phrases with one meaning, what to write instead, and an example for the less obvious."""

    phrases: tuple[str, ...]
    instead: str
    example: str = ""


def _parse(table: str) -> tuple[BetterWord, ...]:
    rows = [row.partition(" -> ") for row in table.strip().replace("\n   ", "").splitlines()]
    return tuple(BetterWord(tuple(phrases.split(", ")), *advice.split(" For example: ")) for phrases, _, advice in rows)


DEFICIT = _parse("""
suffers from, suffer from, suffered from, suffering from, suffers with, suffer with, suffering with
    -> has, lives with, or people with
    For example: People who live with arthritis came too.
sufferer, sufferers -> person with, or people with
    For example: People with long Covid joined online.
afflicted with, afflicted by, stricken with, stricken by -> has, or lives with
stroke victim, stroke victims, cancer victim, cancer victims, dementia victim, dementia victims
    -> people who have had a stroke, or people with cancer or dementia
wheelchair bound, wheelchair-bound, confined to a wheelchair -> uses a wheelchair, or wheelchair user
bed bound, bed-bound, bedridden -> cannot leave their bed
house bound, house-bound, housebound -> cannot leave their home, or does not leave home much
handicapped, handicap, crippled, cripple, invalids -> disabled people, or people with a disability
able-bodied, able bodied -> people who are not disabled
retarded, mentally handicapped, mental handicap -> people with a learning disability
demented, senile -> people with dementia
mental patient, mental patients, lunatic, lunatics, psycho -> people with a mental health problem
commit suicide, committed suicide, committing suicide -> died by suicide, or took their own life
junkie, junkies, drug addict, drug addicts, addict, addicts, drug abuser, drug abusers
    -> people with an addiction, or people who use drugs
alcoholic, alcoholics, drunks -> people who have a problem with alcohol
schizophrenic, schizophrenics, epileptics, diabetics, anorexics, the obese
    -> people with the condition
    For example: People with diabetes planned the walks.
normal people -> people without the condition, or most people
hard to reach, hard-to-reach, difficult to reach
    -> people we have not reached yet
    For example: We had not reached young men before.
problem families, troubled families, broken home, broken homes, broken family -> families who need more support
less fortunate, the underprivileged, underprivileged, down and out, down and outs
    -> people on low incomes, or say what they lacked
illegal immigrant, illegal immigrants, illegals -> people without leave to stay
BAME, BME
    -> the groups themselves, or people from ethnic minorities
    For example: Most came from Somali and Polish families.
elderly people, elderly person, elderly residents, elderly men, elderly women, pensioners, OAPs
    -> older people, or people over an age
    For example: People over 70 ran the café.
non-compliant, failed to engage, failed to attend, refused to engage, did not engage
    -> did not come, and say why if you know
    For example: Few people came, because the bus had stopped.
""")
GROUPS = _parse("""
the elderly, the old, the aged -> older people
the disabled, the handicapped -> disabled people
the mentally ill -> people with a mental health problem
the homeless -> people who have no home, or people who are homeless
the vulnerable, the needy, the poor, the deprived, the disadvantaged
    -> the people you mean, and what they need
    For example: People who could not pay for heating came to get warm.
the unemployed -> people who are out of work
the blind, the visually impaired -> blind people, or people who are blind or partially sighted
the lonely, the isolated -> people who feel lonely, or people who live alone
the deaf -> deaf people; write Deaf people for those who use British Sign Language
""")
LONG_WORDS = _parse("""
utilise, utilises, utilised, utilising, utilize, utilized, leverage, leveraged, leveraging -> use
facilitate, facilitates, facilitated, facilitating -> help, run or lead
signpost, signposts, signposted, signposting -> tell people about, or point people to
stakeholder, stakeholders -> the people or groups themselves
beneficiary, beneficiaries, service user, service users, end user, end users -> people, or people who use the service
cohort, cohorts -> group
intervention, interventions -> activity, help or support
holistic, holistically -> the whole person, or all parts of life
empower, empowers, empowered, empowering, empowerment -> help people to, and say to do what
upskill, upskilled, upskilling -> train, or teach new skills
capacity building, capacity-building, build capacity -> training, or what you did
going forward, moving forward -> from now on, or leave it out
in order to -> to
prior to -> before
subsequent to, subsequently -> after, or later
commence, commences, commenced, commencing, commencement -> start
terminate, terminated, termination -> end
purchase, purchases, purchased, purchasing -> buy
approximately -> about
numerous -> many
sufficient, sufficiently -> enough
regarding, with regard to, with regards to, in relation to, in respect of, pertaining to -> about
individuals -> people
assist, assists, assisted, assisting, assistance -> help
endeavour, endeavours, endeavoured -> try
ascertain, ascertained -> find out
due to the fact that, owing to the fact that -> because
in the event of, in the event that -> if
a number of, a range of, a variety of, a wide range of -> some, several or many; better still, how many
impact on, impacted, impacted on, impacts on, impacting -> affect, or say what changed
wraparound, wrap-around, wrap around -> all-round, or say what it covers
synergy, synergies, paradigm, paradigms, ecosystem, ecosystems -> what it means in plain words
best practice, best practices -> what works well
cutting edge, cutting-edge, world class, world-class, state of the art, state-of-the-art, ground-breaking
    -> what is new about it, or leave it out
deep dive, touch base, low-hanging fruit, blue sky, step change, game changer, game-changer, ring-fence, ring-fenced
    -> what it means in plain words
fit for purpose, at pace, at scale, roll out, rolled out, rollout, roll-out -> what it means in plain words
""")
