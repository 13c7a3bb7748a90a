"""Where: a destination ('oogarts', 'hôpital Saint-Jean'), a street from the antenna's list, or home."""

import re
from collections.abc import Sequence
from functools import lru_cache

from timebank.intake.guesses import Guess, Place
from timebank.intake.wording import Wording, fold_word, read_words

_DESTINATIONS = {
    "hospital": "ziekenhuis hospitaal hopital hospital kliniek clinique clinic polikliniek polyclinique uz az",
    "eye_doctor": "oogarts oogmeester oculiste ophtalmologue ophtalmo optician",
    "dentist": "tandarts dentiste dentist",
    "doctor": "dokter huisarts arts docteur medecin doctor gp cardioloog"
    " cardiologue cardiologist dermatoloog dermatologue"
    " dermatologist neuroloog neurologue specialist specialiste",
    "physiotherapist": "kine kinesist kinesiste kinesitherapeute physio physiotherapist",
    "pharmacy": "apotheek apotheker apoteek pharmacie pharmacien pharmacy chemist",
    "shop": "winkel supermarkt"
    " delhaize colruyt aldi lidl carrefour ikea magasin supermarche shop shops supermarket store",
    "market": "markt market",
    "bakery": "bakker boulangerie boulanger bakery baker",
    "post_office": "postkantoor",
    "bank": "bank banque",
    "town_hall": "gemeentehuis stadhuis",
    "station": "station gare",
    "airport": "luchthaven vliegveld zaventem aeroport airport",
    "church": "kerk mis eglise messe church",
    "cemetery": "kerkhof begraafplaats cimetiere cemetery cemetary",
    "care_home": "rusthuis woonzorgcentrum",
    "hairdresser": "kapper coiffeur hairdresser",
    "service_centre": "dienstencentrum ldc",
    "vet": "dierenarts veearts veterinaire vet",
    "park": "park parc vijver etang pond",
    "school": "school ecole",
    "library": "bibliotheek bib bibliotheque library",
}
_KIND = {word: kind for kind, words in _DESTINATIONS.items() for word in words.split()}
_PHRASES = re.compile(
    r"\b(?:(?P<care_home>care home|nursing home|maison de repos|au home|in the home)"
    r"|(?P<town_hall>maison communale|town hall)"
    r"|(?P<post_office>(?:naar|a|to|op) (?:de |la |the )?post(?:e| office)?|post office)"
    r"|(?P<eye_doctor>eye doctor)"
    r"|(?P<hospital>sint jan|saint jean|sint pieter|saint pierre|saint luc|sint lucas|erasmus|erasme)"
    r"|(?P<market>au marche|le marche))\b"
)
_HOME = re.compile(
    r"\b(?:(?:bij )?mij thuis|bij mij|bij ons thuis|aan huis|ten huize|in mijn (?:huis|appartement)"
    r"|chez moi|a (?:la maison|domicile)"
    r"|at my (?:place|home|house|flat)|at home|round here|in my (?:house|flat))\b"
)
_NOT_A_PLACE = re.compile(r"\b(?:zit|carte de|ma carte|mijn|my)$")
_NAMED = {"hospital", "station", "church", "school", "service_centre", "pharmacy", "park", "care_home"}
_JOINING = {"de", "la", "le", "du", "van", "het", "st", "sint", "saint", "sainte", "s"}


def read_place(wording: Wording, streets: Sequence[str] = ()) -> Guess[Place] | None:
    """A destination if there is one, else a street of the list, else home; the most telling alone."""
    return _destination(wording) or _street(wording, tuple(streets)) or _home(wording)


def _destination(wording: Wording) -> Guess[Place] | None:
    for place, token in enumerate(wording.tokens):
        kind = _KIND.get(token)
        if kind is not None and not _NOT_A_PLACE.search(" ".join(wording.tokens[max(0, place - 2) : place])):
            found = wording.found(place, _end_of_name(wording, place) if kind in _NAMED else place)
            return Guess(Place(kind, found.words), found)
    match = _PHRASES.search(wording.plain)
    if match is None or match.lastgroup is None:
        return None
    found = wording.found_in(match)
    return Guess(Place(match.lastgroup, found.words), found)


def _end_of_name(wording: Wording, place: int) -> int:
    """The last token of a name in capitals right behind: 'hôpital Saint-Jean', 'gare du Midi'."""
    last = place
    for each in range(place + 1, min(place + 5, len(wording.tokens))):
        letter = wording.text[wording.starts[each]]
        if letter.isupper():
            last = each
        elif wording.tokens[each] not in _JOINING:
            break
    return last


@lru_cache(maxsize=32)
def _streets_by_first_word(streets: tuple[str, ...]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    known: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for street in streets:
        tokens = read_words(street).tokens
        if tokens and len(fold_word(street)) >= 4:
            known.setdefault(tokens[0], []).append((tokens, street))
    return known


def _street(wording: Wording, streets: tuple[str, ...]) -> Guess[Place] | None:
    known = _streets_by_first_word(streets)
    best: tuple[int, int, str] | None = None
    for place, token in enumerate(wording.tokens):
        for tokens, street in known.get(token, ()):
            if wording.tokens[place : place + len(tokens)] == tokens and (
                best is None or len(tokens) > best[1]
            ):
                best = (place, len(tokens), street)
    if best is None:
        return None
    place, length, street = best
    return Guess(Place("street", street), wording.found(place, place + length - 1))


def _home(wording: Wording) -> Guess[Place] | None:
    match = _HOME.search(wording.plain)
    if match is None:
        return None
    found = wording.found_in(match)
    return Guess(Place("home", found.words), found)
