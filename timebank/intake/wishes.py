"""How many helpers, how urgent, and what else matters to the person."""

import re

from timebank.intake.calendar_words import NUMBERS, choice, number_of
from timebank.intake.guesses import Guess
from timebank.intake.wording import Wording

_SEVERAL = {name: n for name, n in NUMBERS.items() if 2 <= n <= 12 and not name.endswith("maal")}
_N = rf"(?:[2-9]|1[0-2]|{choice(_SEVERAL)})"
_PEOPLE = (
    r"(?:man|mensen|personen|helpers|sterke \w+|buren|vrijwilligers|personnes|hommes|gens|voisins|costauds"
    r"|benevoles|bras"
    r"|people|persons|men|helpers|strong \w+|neighbours|volunteers|of us|pairs of hands)"
)
_HELPERS = re.compile(
    rf"\b(?:met (?:zijn |ons |z n )?(?P<a>{_N}|tweeen|drieen|vieren|vijven|zessen)(?:(?= om\b| een\b| ,"
    rf"| \.)|$| {_PEOPLE})"
    rf"|(?:nous |a |au moins )(?P<b>{_N})(?:(?= pour\b| ,| \.)|$)"
    rf"|(?P<c>{_N}) {_PEOPLE})\b"
)
_DUTCH_GROUPS = {"tweeen": 2, "drieen": 3, "vieren": 4, "vijven": 5, "zessen": 6}
_NO_HURRY = re.compile(
    r"\b(?:geen haast|niet dringend|niet gehaast|op t gemak|op uw gemak|mag later|pas presse\w*"
    r"|pas urgent\w*|rien ne presse"
    r"|quand vous voulez|quand ca vous arrange|no hurry|no rush|not urgent|whenever)\b"
)
_URGENT = re.compile(
    r"\b(?:dringend\w*|zo (?:snel|rap|gauw|vlug) mogelijk|zsm|asap|hoogdringend|vandaag nog|nu direct"
    r"|direct|meteen|spoed"
    r"|urgent\w*|au plus vite|le plus vite possible|des que possible|tout de suite|immediatement|rapidement"
    r"|as soon as possible|right away|at once|straight away|immediately|quickly)\b"
)
_SPEAKS = r"(?:in het|die|spreekt|klapt|praat|en|parle|parlant|qui parle|in|speaks|speaking|who speaks)"
_LANGUAGES = {
    "french": "frans|francais|french",
    "dutch": "nederlands|vlaams|neerlandais|flamand|dutch|flemish",
    "english": "engels|anglais|english",
    "arabic": "arabisch|marokkaans|arabe|arabic|darija",
    "turkish": "turks|turc|turkish",
    "spanish": "spaans|espagnol|spanish",
    "italian": "italiaans|italien|italian",
    "german": "duits|allemand|german",
    "portuguese": "portugees|portugais|portuguese",
    "polish": "pools|polonais|polish",
}
_SPEAKERS = {
    "french": "|franstalig\\w*|francophones?",
    "dutch": "|nederlandstalig\\w*|neerlandophones?",
    "english": "|engelstalig\\w*|anglophones?",
}
_LANGUAGE_WISHES = {
    code: re.compile(
        rf"\b(?:{_SPEAKS} (?:goed |bien |good )?(?:{names})|(?:{names}) (?:spreekt|spreken|sprekend\w*"
        rf"|praat|speaking)"
        rf"{_SPEAKERS.get(code, '')})\b"
    )
    for code, names in _LANGUAGES.items()
}
_PLAIN_WISHES = {
    "woman": re.compile(
        r"\b(?:(?:liefst|graag|alleen|enkel|best|bij voorkeur)(?: door| van)? een (?:vrouw|dame|madam)"
        r"|een (?:vrouw|dame|madam)"
        r" (?:die|om|voor)|(?:de preference|plutot|seulement|si possible) une (?:femme|dame)|une (?:dame"
        r"|femme) (?:pour|qui|de)"
        r"|(?:preferably|rather|only|prefer) a (?:woman|lady)|a (?:woman|lady) (?:to|who|for|please)"
        r"|female helper)\b"
    ),
    "man": re.compile(
        r"\b(?:(?:liefst|graag|alleen|enkel|best|bij voorkeur)(?: door| van)? een (?:man|sterke man)"
        r"|(?:de preference|plutot)"
        r" un homme|un homme (?:pour|qui)|(?:preferably|rather|only|prefer) a man|a man (?:to|who|for))\b"
    ),
    "no_stairs": re.compile(
        r"\b(?:geen trap(?:pen)?|zonder trap(?:pen)?|pas d escaliers?|sans escaliers?"
        r"|pas monter les escaliers|no stairs"
        r"|without stairs|can t (?:do|manage|climb) (?:the )?stairs)\b"
    ),
    "no_smoking": re.compile(r"\b(?:niet roker|nietroker|non fumeur|non fumeuse|non smoker|geen roker)\b"),
    "no_animals": re.compile(
        r"\b(?:geen (?:honden|katten|dieren)|pas d animaux|pas de chiens?|no (?:dogs|cats|pets))\b"
    ),
}
_WHEELCHAIR = re.compile(r"\b(?:rolstoel|rolwagen|chaise roulante|fauteuil roulant|wheelchair|wheel chair)\b")
_CAR = re.compile(
    r"\b(?:auto|wagen|voiture|car|camionnette|rijden|brengen|voeren|conduire|drive|lift|transport|vervoer)\b"
)
WISHES: tuple[str, ...] = (
    *_PLAIN_WISHES,
    "wheelchair",
    "wheelchair_car",
    *(f"speaks_{code}" for code in _LANGUAGES),
)
"""Codes of wishes: who comes, what the way must be like, and languages."""


def read_helpers(wording: Wording) -> Guess[int] | None:
    """How many people it takes; None where one will do or nothing was said."""
    match = _HELPERS.search(wording.plain)
    if match is None:
        return None
    said = match["a"] or match["b"] or match["c"]
    number = _DUTCH_GROUPS.get(said) or number_of(said)
    return None if number is None else Guess(number, wording.found_in(match))


def read_urgency(wording: Wording) -> Guess[str] | None:
    """'urgent' or 'no_hurry', as far as it was said."""
    for value, pattern in (("no_hurry", _NO_HURRY), ("urgent", _URGENT)):
        match = pattern.search(wording.plain)
        if match is not None:
            return Guess(value, wording.found_in(match))
    return None


def read_wishes(wording: Wording) -> tuple[Guess[str], ...]:
    """Every wish that was said, in the order of ``WISHES``."""
    found = []
    for code, pattern in _PLAIN_WISHES.items():
        if (match := pattern.search(wording.plain)) is not None:
            found.append(Guess(code, wording.found_in(match)))
    if (chair := _WHEELCHAIR.search(wording.plain)) is not None:
        code = "wheelchair_car" if _CAR.search(wording.plain) else "wheelchair"
        found.append(Guess(code, wording.found_in(chair)))
    for language, pattern in _LANGUAGE_WISHES.items():
        if (match := pattern.search(wording.plain)) is not None:
            found.append(Guess(f"speaks_{language}", wording.found_in(match)))
    return tuple(found)
