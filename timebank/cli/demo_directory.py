"""Services and signals of the demo network; every name and number is invented."""

from datetime import datetime, timedelta

from timebank.domain.channels import Channel
from timebank.domain.days import network_day
from timebank.models.member import Member
from timebank.services.coordinating.signals import (
    FollowUp,
    SignalDetails,
    add_line,
    follow_signal,
    tell_signal,
)
from timebank.services.network.actors import actor_of
from timebank.services.referring.directory import EntryDetails, add_entry
from timebank.uow import reading, transact

SERVICES: list[tuple[str, str, str, str, str, str, str, int]] = [
    (
        "Noodcentrale van de wijk",
        "emergency",
        "Dag en nacht",
        "nl fr",
        "02 555 70 12",
        "dag en nacht",
        "jour et nuit",
        20,
    ),
    (
        "Luisterlijn Zenne",
        "loneliness_line",
        "Een luisterend oor, anoniem",
        "nl fr",
        "02 555 70 06",
        "elke dag van 8 tot 23 uur",
        "chaque jour de 8 à 23 h",
        35,
    ),
    (
        "Sociale dienst Heembeek",
        "social_worker",
        "Maatschappelijk werkers, ook aan huis",
        "nl fr en",
        "02 555 70 20",
        "maandag tot vrijdag van 9 tot 12 uur",
        "du lundi au vendredi de 9 à 12 h",
        12,
    ),
    (
        "Thuisverpleging De Kruisberg",
        "home_nursing",
        "Wondzorg, inspuitingen, wassen",
        "nl fr",
        "02 555 70 30",
        "elke dag van 7 tot 20 uur",
        "chaque jour de 7 à 20 h",
        48,
    ),
    (
        "Aide familiale du Nord",
        "home_care",
        "Ménage, courses, repas à la maison",
        "fr nl ar",
        "02 555 70 35",
        "maandag tot vrijdag van 8 tot 17 uur",
        "du lundi au vendredi de 8 à 17 h",
        90,
    ),
    (
        "Huisartsenwacht Noord",
        "doctor",
        "Een dokter in het weekend",
        "nl fr",
        "02 555 70 40",
        "weekend en feestdagen",
        "week-end et jours fériés",
        61,
    ),
    (
        "Apotheek Peter Benoit",
        "pharmacy",
        "Brengt geneesmiddelen aan huis",
        "nl fr",
        "02 555 70 45",
        "9 tot 18.30 uur",
        "de 9 h à 18 h 30",
        30,
    ),
    (
        "Rijden met Zorg",
        "patient_transport",
        "Naar het ziekenhuis, ook met rolstoel; twee dagen vooraf bellen",
        "nl fr",
        "02 555 70 50",
        "8 tot 16 uur",
        "de 8 à 16 h",
        210,
    ),
    (
        "Repas Chaussée Verte",
        "meals",
        "Un repas chaud à domicile, aussi sans sel",
        "fr nl",
        "02 555 70 55",
        "vóór 10 uur bellen",
        "appeler avant 10 h",
        75,
    ),
    (
        "Wetswinkel Noord",
        "legal_aid",
        "Gratis eerste raad van een advocaat",
        "nl fr tr",
        "02 555 70 60",
        "woensdag van 14 tot 17 uur",
        "mercredi de 14 à 17 h",
        240,
    ),
    (
        "Dienstencentrum De Linde",
        "day_centre",
        "Warm middagmaal, koffie, computerles",
        "nl fr",
        "02 555 70 65",
        "maandag tot vrijdag van 9 tot 16 uur",
        "du lundi au vendredi de 9 à 16 h",
        5,
    ),
    (
        "Steunpunt Proches",
        "informal_carers",
        "Pour qui s'occupe d'un proche: pauses et conseils",
        "fr nl",
        "02 555 70 70",
        "9 tot 12 uur",
        "de 9 à 12 h",
        130,
    ),
]
"""name, kind, what, languages, phone, hours in Dutch, hours in French, days since the last check"""


def fill_directory(members: dict[str, Member], moment: datetime) -> None:
    """Twelve services, two of them long unchecked, the first two the whole network's; and two signals."""
    cora, willy = members["Cora"], members["Willy"]
    with reading() as session:
        coordinator = actor_of(session, cora.person_id, now=moment)
        antenna_person = actor_of(session, willy.person_id, now=moment)
    for place, (name, kind, what, languages, phone, dutch, french, days) in enumerate(SERVICES):
        details = EntryDetails(
            name=name,
            kinds=(kind,),
            what=what,
            languages=tuple(languages.split()),
            phone=phone,
            area="1120" if place > 1 else "",
            hours={"nl": dutch, "fr": french},
        )
        day = (moment - timedelta(days=days)).date()
        antenna_id = cora.antenna_id if place > 1 else None
        transact(add_entry, antenna_id, details, checked_on=day, actor=coordinator, now=moment)
    curtains = SignalDetails("De gordijnen zijn al twee dagen dicht", members["Denise"].id)
    transact(tell_signal, cora.antenna_id, curtains, actor=antenna_person, now=moment - timedelta(hours=3))
    post = SignalDetails("De brievenbus puilt uit", None, "Trassersweg 61", Channel.PHONE, "de postbode")
    signal = transact(tell_signal, cora.antenna_id, post, actor=coordinator, now=moment - timedelta(days=1))
    follow = FollowUp(cora.person_id, network_day(moment) + timedelta(days=1))
    transact(follow_signal, signal.uid, follow, version=signal.version, actor=coordinator, now=moment)
    transact(add_line, signal.uid, "Aangebeld, niemand thuis", actor=coordinator, now=moment)
