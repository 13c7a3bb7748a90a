"""The invented people, places and kinds of help of the demo network."""

from typing import Any

ANTENNAS: dict[str, dict[str, Any]] = {
    "heembeek": {
        "name": "Antenne Heembeek",
        "languages": ("nl", "fr", "en"),
        "phone": "02 555 01 00",
        "address": "Peter Benoitplein 3, 1120 Brussel",
        "hours": {
            "nl": "dinsdag en donderdag van 9 tot 12 uur",
            "fr": "mardi et jeudi de 9 à 12 heures",
            "en": "Tuesday and Thursday, 9 to 12",
        },
        "areas": [
            ("postal_code", "1120"),
            ("street", "Kruisberg; 50.9012, 4.3861"),
            ("street", "Trassersweg; 50.9066, 4.3905"),
            ("street", "Heembeekstraat; 50.8978, 4.3934"),
            ("building", "Residentie Ransbeek; 50.9031, 4.3989"),
        ],
    },
    "marolles": {
        "name": "Antenne des Marolles",
        "languages": ("fr", "nl", "en"),
        "phone": "02 555 02 00",
        "address": "Rue Haute 120, 1000 Bruxelles",
        "hours": {
            "nl": "woensdag van 14 tot 16 uur",
            "fr": "mercredi de 14 à 16 heures",
            "en": "Wednesday, 2 to 4",
        },
        "areas": [
            ("postal_code", "1000"),
            ("street", "Rue Haute; 50.8388, 4.3478"),
            ("street", "Rue Blaes; 50.8370, 4.3455"),
        ],
    },
}

PEOPLE: list[tuple[str, str, str, str, str, str, int, int]] = [
    ("heembeek", "Georgette", "Wouters", "nl", "letter", "Kruisberg", 12, 1948),
    ("heembeek", "Marcel", "Peeters", "nl", "phone", "Trassersweg", 44, 1951),
    ("heembeek", "Fatima", "El Amrani", "fr", "mail", "Heembeekstraat", 7, 1974),
    ("heembeek", "Odette", "Lambert", "fr", "phone", "Residentie Ransbeek", 3, 1941),
    ("heembeek", "Cora", "Janssens", "nl", "mail", "Kruisberg", 31, 1958),
    ("heembeek", "Willy", "Mertens", "nl", "phone", "Trassersweg", 18, 1946),
    ("heembeek", "Denise", "Dubois", "fr", "letter", "Heembeekstraat", 52, 1939),
    ("heembeek", "Youssef", "Benali", "fr", "mail", "Kruisberg", 8, 1966),
    ("heembeek", "Lutgarde", "Maes", "nl", "phone", "Trassersweg", 90, 1944),
    ("heembeek", "Tess", "Goossens", "nl", "mail", "Heembeekstraat", 15, 1960),
    ("heembeek", "Jean", "Simon", "fr", "talk", "Kruisberg", 77, 1950),
    ("heembeek", "Khadija", "Yilmaz", "fr", "phone", "Trassersweg", 5, 1957),
    ("marolles", "Monique", "Dupont", "fr", "phone", "Rue Haute", 33, 1943),
    ("marolles", "Dov", "Lévy", "fr", "mail", "Rue Blaes", 61, 1961),
    ("marolles", "Pia", "Claes", "nl", "mail", "Rue Haute", 120, 1985),
    ("marolles", "Olga", "Verstraeten", "nl", "mail", "Rue Haute", 120, 1979),
]
"""antenna, given name, family name, language, channel, street, number, year of birth"""

MORE_NEIGHBOURS: list[tuple[str, str, str, str, str, str, int, int]] = [
    ("heembeek", "Maria", "Declercq", "nl", "phone", "Kruisberg", 3, 1936),
    ("heembeek", "Jozef", "Willems", "nl", "letter", "Trassersweg", 6, 1943),
    ("heembeek", "Ginette", "Leroy", "fr", "phone", "Heembeekstraat", 9, 1950),
    ("heembeek", "Paula", "Jacobs", "nl", "talk", "Residentie Ransbeek", 12, 1957),
    ("heembeek", "Robert", "Lambert", "fr", "phone", "Kruisberg", 15, 1964),
    ("heembeek", "Gilberte", "Claes", "nl", "letter", "Trassersweg", 18, 1942),
    ("heembeek", "Roger", "Hermans", "nl", "phone", "Heembeekstraat", 21, 1949),
    ("heembeek", "Simone", "Martin", "fr", "talk", "Residentie Ransbeek", 24, 1956),
    ("heembeek", "Julia", "Aerts", "nl", "phone", "Kruisberg", 27, 1963),
    ("heembeek", "Amina", "Haddad", "fr", "letter", "Trassersweg", 30, 1941),
    ("heembeek", "Frans", "De Smet", "nl", "phone", "Heembeekstraat", 33, 1948),
    ("heembeek", "Jeannine", "Petit", "fr", "talk", "Residentie Ransbeek", 36, 1955),
    ("heembeek", "Alice", "Pauwels", "nl", "phone", "Kruisberg", 39, 1962),
    ("heembeek", "Hilda", "Van Damme", "nl", "letter", "Trassersweg", 42, 1940),
    ("heembeek", "André", "Renard", "fr", "phone", "Heembeekstraat", 45, 1947),
    ("heembeek", "Irène", "Michiels", "nl", "talk", "Residentie Ransbeek", 48, 1954),
    ("heembeek", "Lucienne", "Fontaine", "fr", "phone", "Kruisberg", 51, 1961),
    ("heembeek", "Albert", "Verhoeven", "nl", "letter", "Trassersweg", 54, 1939),
    ("heembeek", "Yvonne", "Coppens", "nl", "phone", "Heembeekstraat", 57, 1946),
    ("heembeek", "Mohamed", "Ziani", "fr", "talk", "Residentie Ransbeek", 60, 1953),
    ("heembeek", "Clara", "Baert", "nl", "phone", "Kruisberg", 63, 1960),
    ("heembeek", "Nicole", "Henry", "fr", "letter", "Trassersweg", 66, 1938),
    ("heembeek", "Staf", "Segers", "nl", "phone", "Heembeekstraat", 69, 1945),
    ("heembeek", "Rosa", "Lenaerts", "nl", "talk", "Residentie Ransbeek", 72, 1952),
    ("heembeek", "Josiane", "Gérard", "fr", "phone", "Kruisberg", 75, 1959),
    ("heembeek", "Mariette", "Bogaert", "nl", "letter", "Trassersweg", 78, 1937),
    ("heembeek", "Raymond", "Lejeune", "fr", "phone", "Heembeekstraat", 81, 1944),
    ("heembeek", "Elza", "Thijs", "nl", "talk", "Residentie Ransbeek", 84, 1951),
    ("heembeek", "Achiel", "Cools", "nl", "phone", "Kruisberg", 87, 1958),
    ("heembeek", "Zohra", "Bouzid", "fr", "letter", "Trassersweg", 90, 1936),
]
"""More of the same, so that there are figures which can be told."""

STAFF: list[tuple[str, str, str]] = [
    ("Cora", "coordinator", "heembeek"),
    ("Youssef", "coordinator", "heembeek"),
    ("Tess", "treasurer", "heembeek"),
    ("Willy", "antenna_person", "heembeek"),
    ("Dov", "coordinator", "marolles"),
    ("Pia", "partner_staff", ""),
    ("Olga", "operator", ""),
]

HELP: list[tuple[str, int, dict[str, tuple[str, str]]]] = [
    ("visit", 60, {"nl": ("", "Een fijne babbel, dank u!"), "fr": ("", "Une bonne conversation, merci !")}),
    ("visit", 90, {"nl": ("Kaarten en koffie", ""), "fr": ("Les cartes et un café", "")}),
    (
        "lift",
        75,
        {
            "nl": ("Naar de oogarts", "Bedankt om op mij te wachten"),
            "fr": ("Chez l’ophtalmologue", "Merci de m’avoir attendue"),
        },
    ),
    ("errands", 45, {"nl": ("", "Ook vers brood!"), "fr": ("", "Même du pain frais !")}),
    ("errands", 30, {"nl": ("De post", ""), "fr": ("La poste", "")}),
    ("paperwork", 60, {"nl": ("", ""), "fr": ("", "")}),
    (
        "phone_and_computer",
        45,
        {
            "nl": ("Foto’s van de kleinkinderen", "Nu kan ik ze zien"),
            "fr": ("Les photos des petits-enfants", "Maintenant je les vois"),
        },
    ),
    ("odd_job", 30, {"nl": ("De lamp in de gang", ""), "fr": ("La lampe du couloir", "")}),
    ("garden", 90, {"nl": ("", "De rozen staan weer mooi"), "fr": ("", "Les roses sont de nouveau belles")}),
    ("pets_and_plants", 15, {"nl": ("De kat, toen ik weg was", ""), "fr": ("Le chat, en mon absence", "")}),
    ("phone_call", 15, {"nl": ("", ""), "fr": ("", "")}),
    (
        "cooking",
        60,
        {"nl": ("Soep voor de week", "Lekker!"), "fr": ("De la soupe pour la semaine", "Délicieux !")},
    ),
]
"""category, minutes, and in the language of who was helped a note and thanks"""
