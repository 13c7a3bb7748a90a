"""Which column is what: guessed from the header in Dutch, French or English."""

import re
from collections.abc import Sequence
from typing import Literal

from timebank.domain.names import fold_name

Kind = Literal["favours", "members", "posts", "directory", "population", "sectors"]
Columns = dict[str, int]
"""Field name -> place of its column, from 0."""

FAVOUR_FIELDS: tuple[str, ...] = ("date", "giver", "receiver", "time", "minutes", "category", "note")
MEMBER_FIELDS: tuple[str, ...] = (
    "number", "given_name", "family_name", "name", "street", "house_number", "postal_code",
    "birth_year", "phone", "email", "channel", "joined_on", "language",
)  # fmt: skip
ENTRY_FIELDS: tuple[str, ...] = (
    "name", "kinds", "what", "for_whom", "languages", "phone", "email", "website", "address", "area",
    "hours_nl", "hours_fr", "hours_en", "owner", "checked_on", "notes",
)  # fmt: skip
POPULATION_FIELDS: tuple[str, ...] = (
    "area", "part_of", "language", "age_band", "gender_words", "inhabitants", "homes", "source", "year",
)  # fmt: skip
SECTOR_FIELDS: tuple[str, ...] = ("street", "sector")

_FAVOUR_WORDS: dict[str, str] = {
    "date": "datum|dag|wanneer|date|jour|quand|day|when|le|datum hulp|datum van de hulp|date de l aide"
    "|date de laide|date du service",
    "giver": "wie hielp|gever|helper|door|van|wie gaf|wie gaf hulp|hulpgever|aangeboden door|qui a aide"
    "|donneur|aidant|par|offert par|who helped|giver|given by|by|from|wie heeft geholpen"
    "|naam gever|naam helper|naam van de gever|nom aidant|nom de l aidant|nom du donneur|aide par|name of giver"
    "|donne par|gegeven door|geholpen door|helped by",
    "receiver": "wie kreeg hulp|ontvanger|voor|aan|voor wie|wie ontving|wie werd geholpen|hulpvrager"
    "|qui a ete aide|receveur|beneficiaire|pour|pour qui|qui a recu|who was helped|receiver|received by|for|to"
    "|naam ontvanger|naam van de ontvanger|nom aide|nom du receveur|nom du beneficiaire|personne aidee"
    "|name of receiver|recu par|ontvangen door|gekregen door|donne a",
    "time": "duur|tijd|uren|uur|aantal uren|hoe lang|duree|temps|heures|nombre d heures|nombre dheures"
    "|nbre d heures|nbre heures|nb heures|combien de temps|duration|time|hours|how long|number of hours",
    "minutes": "minuten|min|aantal minuten|minutes|nombre de minutes|nbre de minutes|duur min|duree min"
    "|duration min|duur in minuten|tijd in minuten|duree en minutes|temps en minutes|duration in minutes",
    "category": "wat|activiteit|soort|soort hulp|dienst|categorie|quoi|activite|type|type d aide|service"
    "|what|category|activity|kind",
    "note": "opmerking|opmerkingen|nota|uitleg|omschrijving|remarque|remarques|commentaire|description"
    "|note|notes|remark|remarks|comment",
}
_MEMBER_WORDS: dict[str, str] = {
    "number": "nr|nummer|lidnummer|lidnr|lid nr|n|no|numero|n membre|n de membre|numero de membre|number"
    "|member number|member no|id",
    "given_name": "voornaam|prenom|first name|given name|firstname",
    "family_name": "achternaam|familienaam|nom|nom de famille|last name|family name|surname|lastname",
    "name": "naam|volledige naam|naam lid|naam en voornaam|naam voornaam|voornaam en naam|voornaam naam"
    "|nom complet|nom et prenom|nom prenom|prenom et nom|prenom nom|name|full name",
    "street": "straat|rue|street|adres|adresse|address",
    "house_number": "huisnr|huisnummer|n maison|numero de maison|no maison|house number|house no|bus",
    "postal_code": "postcode|postnummer|code postal|postal code|zip",
    "birth_year": "geboortejaar|geboortedatum|annee de naissance|date de naissance|naissance|birth year"
    "|year of birth|date of birth|geboren",
    "phone": "telefoon|tel|tel nr|gsm|gsm nr|gsm nummer|gsmnummer|numero de telephone|telefoon gsm|telefoonnummer"
    "|telephone|portable|phone|mobile|phone number",
    "email": "e mail|email|mail|e mailadres|emailadres|courriel|adresse e mail|e mail address",
    "channel": "kanaal|contact|bereikbaar via|canal|channel|reach by",
    "joined_on": "lid sinds|sinds|startdatum|membre depuis|depuis|member since|since|joined|joined on",
    "language": "taal|langue|language",
}
_ENTRY_WORDS: dict[str, str] = {
    "name": "naam|dienst|organisatie|naam van de dienst|nom|service|organisation|nom du service|name|organization",
    "kinds": "soort|soorten|soort hulp|rubriek|categorie|type|types|type d aide|genre|kind|kinds|category",
    "what": "wat|aanbod|omschrijving|wat doen ze|quoi|offre|description|que font ils|what|what they do|offer",
    "for_whom": "voor wie|doelgroep|pour qui|public|public cible|for whom|target group",
    "languages": "taal|talen|langue|langues|language|languages",
    "phone": "telefoon|tel|gsm|telefoonnummer|telephone|numero de telephone|portable|phone|mobile|phone number",
    "email": "e mail|email|mail|e mailadres|emailadres|courriel|adresse e mail|e mail address",
    "website": "website|web|webpagina|webstek|site|site web|page web|internet|url|web page",
    "address": "adres|adresse|address",
    "area": "gebied|buurt|wijk|werkingsgebied|postcode|zone|quartier|code postal|area|neighbourhood",
    "hours_nl": "uren|openingsuren|openingsuren nl|open|wanneer|openingsuren in het nederlands"
    "|heures d ouverture en neerlandais|opening hours in dutch",
    "hours_fr": "horaire|horaires|heures d ouverture|openingsuren fr|openingsuren in het frans"
    "|heures d ouverture en francais|opening hours in french",
    "hours_en": "hours|opening hours|openingsuren en|openingsuren in het engels"
    "|heures d ouverture en anglais|opening hours in english",
    "owner": "verantwoordelijke|wie houdt dit bij|contact|contactpersoon|responsable|qui tient ceci a jour"
    "|personne de contact|owner|who keeps this right|contact person",
    "checked_on": "nagekeken op|laatst nagekeken|laatst nagekeken op|gecontroleerd op|verifie le"
    "|derniere verification|controle le|last checked|checked on",
    "notes": "opmerking|opmerkingen|nota|remarque|remarques|commentaire|note|notes|remark|remarks|comment",
}
_POPULATION_WORDS: dict[str, str] = {
    "area": "sector|statistische sector|straat|wijk|buurt|gebied|secteur|secteur statistique|rue|quartier"
    "|statistical sector|street|neighbourhood|area",
    "part_of": "deel van|gemeente|hoort bij|fait partie de|commune|part of|municipality",
    "language": "taal|langue|language",
    "age_band": "leeftijd|leeftijdsgroep|leeftijdsklasse|age|tranche d age|classe d age|age band|age group|ages",
    "gender_words": "geslacht|gender|sexe|genre|sex",
    "inhabitants": "inwoners|aantal inwoners|bevolking|habitants|nombre d habitants|population|inhabitants",
    "homes": "woningen|aantal woningen|huishoudens|logements|nombre de logements|menages|homes|dwellings|households",
    "source": "bron|source",
    "year": "jaar|annee|year",
}
_SECTOR_WORDS: dict[str, str] = {
    "street": "straat|straatnaam|rue|nom de rue|nom de la rue|street|street name",
    "sector": "sector|statistische sector|naam sector|naam van de sector|secteur|secteur statistique"
    "|nom du secteur|statistical sector|sector name",
}
_IN_BRACKETS = re.compile(r"\(.*?\)")
_WORDS = {
    "favours": {word: name for name, words in _FAVOUR_WORDS.items() for word in words.split("|")},
    "members": {word: name for name, words in _MEMBER_WORDS.items() for word in words.split("|")},
    "directory": {word: name for name, words in _ENTRY_WORDS.items() for word in words.split("|")},
    "population": {word: name for name, words in _POPULATION_WORDS.items() for word in words.split("|")},
    "sectors": {word: name for name, words in _SECTOR_WORDS.items() for word in words.split("|")},
}
_FIELDS = {
    "favours": FAVOUR_FIELDS,
    "members": MEMBER_FIELDS,
    "posts": (),
    "directory": ENTRY_FIELDS,
    "population": POPULATION_FIELDS,
    "sectors": SECTOR_FIELDS,
}


def fields_of(kind: Kind) -> tuple[str, ...]:
    """The fields that a sheet of this kind can have."""
    return _FIELDS[kind]


def guess_columns(header: Sequence[str], kind: Kind) -> Columns:
    """The place of every field that the header names; the first column of a name counts."""
    found: Columns = {}
    for place, title in enumerate(header):
        name = _WORDS[kind].get(_folded(title), _WORDS[kind].get(_folded(_IN_BRACKETS.sub("", title))))
        if name is not None:
            found.setdefault(name, place)
    return found


def missing_columns(columns: Columns, kind: Kind) -> tuple[str, ...]:
    """The fields without which no row can be read."""
    if kind == "members":
        named = {"given_name", "family_name", "name"} & set(columns)
        return () if named else ("name",)
    if kind == "directory":
        return () if "name" in columns else ("name",)
    if kind == "population":
        return tuple(name for name in ("area", "inhabitants", "source", "year") if name not in columns)
    if kind == "sectors":
        return tuple(name for name in SECTOR_FIELDS if name not in columns)
    lacking = [name for name in ("date", "giver", "receiver") if name not in columns]
    if "time" not in columns and "minutes" not in columns:
        lacking.append("time")
    return tuple(lacking)


def known_names(header: Sequence[str]) -> int:
    """How many of these texts name a column, for the kind that fits best."""
    folded = [_folded(title) for title in header]
    return max(len({words[each] for each in folded if each in words}) for words in _WORDS.values())


def _folded(title: str) -> str:
    return fold_name(title.replace("°", " ").replace("'", " ").replace("’", " ").replace("º", " "))
