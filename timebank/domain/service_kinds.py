"""What the services of a directory do: a few kinds, each with the words that people use for it."""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from timebank.domain.names import fold_name

SERVICE_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "emergency": "noodnummer spoed urgence urgences emergency ambulance",
        "loneliness_line": "luisterlijn eenzaamheid telefoonlijn ecoute solitude ligne listening loneliness",
        "social_worker": "maatschappelijk werk sociale dienst ocmw assistant social cpas social worker",
        "home_nursing": "thuisverpleging verpleegkundige wondzorg soins infirmiers infirmiere home nursing nurse",
        "home_care": "thuiszorg gezinszorg thuishulp poetshulp aide familiale aide menagere home care household",
        "doctor": "huisarts dokter arts wachtpost medecin generaliste doctor physician",
        "pharmacy": "apotheek apotheker pharmacie pharmacien pharmacy chemist",
        "mental_wellbeing": "geestelijke gezondheid psycholoog sante mentale psychologue mental wellbeing",
        "dementia": "dementie geheugen alzheimer demence memoire dementia memory",
        "patient_transport": "vervoer ziekenvervoer rolstoelvervoer mobiliteit transport mobilite lift",
        "meals": "maaltijden eten aan huis repas a domicile restaurant meals",
        "legal_aid": "rechtshulp juridisch advocaat aide juridique avocat legal aid lawyer",
        "money_advice": "schuldbemiddeling budget geldzaken mediation de dettes argent money debt advice",
        "housing": "wonen huren woningaanpassing logement bail adaptation housing rent",
        "day_centre": "dienstencentrum dagcentrum dagopvang centre de services centre de jour day centre",
        "care_home": "woonzorgcentrum rusthuis kortverblijf maison de repos court sejour care home",
        "informal_carers": "mantelzorg mantelzorgers proches aidants aidant proche informal carers",
        "city_services": "gemeente stad politie afval commune ville police dechets city council waste",
        "other": "ander andere iets anders autre autres other something else",
    }
)
"""Code -> words in Dutch, French and English, for search and sheets. Order is that of the printed card."""


def kind_of(words: str) -> str:
    """The code that ``words`` mean, or '' where no kind is called so."""
    folded = fold_name(words.replace("_", " "))
    if not folded:
        return ""
    if folded.replace(" ", "_") in SERVICE_KINDS:
        return folded.replace(" ", "_")
    return next((code for code, known in SERVICE_KINDS.items() if f" {folded} " in f" {known} "), "")


def kinds_in_order(kinds: Collection[str]) -> tuple[str, ...]:
    """The known ones of ``kinds``, each once, in the order of the list."""
    return tuple(code for code in SERVICE_KINDS if code in kinds)


_FOR_BOUNDARY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "bodily_care": ("home_nursing", "home_care"),
        "nursing": ("home_nursing", "doctor"),
        "money": ("money_advice", "social_worker"),
        "intensive": ("home_care", "day_centre", "informal_carers", "social_worker"),
    }
)
_FOR_CATEGORY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "lift": ("patient_transport",),
        "public_transport": ("patient_transport",),
        "paperwork": ("social_worker", "legal_aid", "money_advice"),
        "visit": ("day_centre", "loneliness_line"),
        "phone_call": ("loneliness_line", "mental_wellbeing"),
        "meal": ("meals", "day_centre"),
        "cooking": ("meals", "home_care"),
        "errands": ("home_care", "pharmacy"),
        "odd_job": ("housing", "city_services"),
    }
)


def kinds_for(boundaries: Iterable[str], category: str) -> tuple[str, ...]:
    """The kinds of service that can do what neighbours don't, the likeliest first, each once."""
    found = [kind for code in boundaries for kind in _FOR_BOUNDARY.get(code, ())]
    found += _FOR_CATEGORY.get(category, ())
    return tuple(dict.fromkeys(found))
