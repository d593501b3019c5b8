"""Word lists of the rules: closed classes of English, and the vocabulary of diplomacy around names of states."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADS = _words(
    """accord affairs agenda agreement alliance ally approach arrangement axis bloc border channel communiqué communique conference
    conflict consultation contact cooperation co-operation coordination corridor council crisis deal declaration defence defense
    dialogue diplomacy dispute drill engagement exchange exercise forum framework friendship front gap group initiative integration
    interaction invasion issue link mechanism meeting memorandum mission negotiation network pact partner partnership patrol plan
    policy problem programme program project proposal protocol question rapprochement rapport relation relationship rivalry route
    statement stance strategy summit talk tension tie trade treaty trip understanding union visit war zone
    acsa airlink cable committee company customs flight force government hydrogen leader minister navy officer official research
    roadmap roundtable route seminar side student study symposium task troop vision workshop"""
)
MODIFIERS = _words(
    """air and annual bilateral climate close closer cultural cyber deep defence defense diplomatic economic energy first foreign free
    high-level historic information information-security information-sharing intelligence intelligence-sharing investment joint
    leaders' leaders’ maritime military mutual naval new official peace people-to-people planned political recent science second
    security space special strategic strong summit tax tourism trade trilateral two-way virtual working"""
)
DETERMINERS = _words("the a an this that these those any every each no another its their our new")
# Words that no noun follows as its modifier: after them the pair was a noun.
CLOSED = _words(
    """and or but nor as at by for from in into of off on onto over than to under until upon with within without who which that whose
    is are was were be been has have had do does did will would shall should can could may might must not also both then now when
    while if because although though since after before during between among against said says again alone already always earlier
    later itself never often once soon still so thus today together tomorrow too yesterday this last next
    began became came drew felt found gave got grew had held kept knew led left lost made met paid put ran rose sat saw sent set
    showed spoke stood swore took told went withdrew won wrote"""
)
# Heads of names after which "of X" is part of the name, whatever the case of the line.
INSTITUTIONS = _words(
    """Academy Archbishop Bank Battle Bishop Cathedral Church College Gulf Institute Isle Journal League Museum Order Royal Sea
    Society Times Treaty University"""
)
# Heads after which "of X" still names X: the Prime Minister of X is a post, not a name of its own.
OFFICES = _words(
    """Ambassador Capital Chancellor Consulate Councillor Embassy Emperor Empress Governor Government Kingdom King Leader Leaders
    Minister Ministers Ministry North South East West People Premier President Prince Princess Queen Republic Representative Secretary
    State"""
)
# Words that make the words before them a company, a team or an association.
COMPANY_WORDS = _words(
    """AG Association Bank Club Co Company Corp Corporation Cricket Electric FC Federation Foods Football Foundation GmbH Group
    Holdings Inc Industries Limited LLC Ltd Motor Motors Plc Rugby Steel Trust Union University"""
)
# Capitalised words that may follow a name without being part of one.
TITLES_AND_DATES = _words(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October
    November December Prime Foreign Defence Defense President I"""
)
# What states do rather than companies, and what they have.
ACTS = _words(
    """agree agreed agrees condemn condemned condemns cooperate cooperated cooperates deepen deepened deepens negotiate negotiated
    negotiates oppose opposed opposes pledge pledged pledges ratified ratify reaffirm reaffirmed reaffirms reiterate reiterated
    reiterates sign signed signs strengthen strengthened strengthens"""
)
POSSESSIONS = _words("ambassadors armies attitude decision decisions interests position positions security territory")
