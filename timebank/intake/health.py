"""A gentle hint where a note seems to tell about someone's health: there is no field for that."""

import re

from timebank.intake.boundaries import find_care_words
from timebank.intake.guesses import Found
from timebank.intake.wording import read_words

_HEALTH = re.compile(
    r"\b(?:dement\w*|alzheimer\w*|parkinson|kanker\w*|tumor\w*|chemo\w*|diabe\w+|suikerziek\w*|depress\w*"
    r"|depri|psychose|psychiat\w*"
    r"|schizo\w*|bipolair\w*|bipolaire|epilep\w*|astma|asthm\w*|copd|hartinfarct|hartfalen|hartpatient\w*"
    r"|beroerte|cva|avc|trombose|reuma\w*|artrose"
    r"|arthr\w*|osteoporose|hiv|sida|aids|hepatit\w*|corona|covid\w*|long covid|ms patient"
    r"|multiple sclero\w*|sclerose\w*|autis\w*|adhd|burn ?out"
    r"|alcoholi\w*|alcoolique\w*|verslaafd\w*|verslaving|zwanger\w*|enceinte|pregnant|miskraam|blind"
    r"|aveugle|doof|sourde?|deaf|slechtziend\w*"
    r"|malvoyant\w*|geheugenproblemen|verward|zwakzinnig|handicap\w*|invalide|invaliditeit|medicatie"
    r"|medicament\w*|medication|antidepress\w*"
    r"|slaappillen|bloedverdunners?|morfine|morphine|insuline|insulin|operatie|geopereerd|operation"
    r"|operee?|surgery|gebroken (?:heup|been|arm)|hip replacement"
    r"|nouvelle hanche|fracture|ziekte|maladie|disease|diagnos\w*|therap\w*|dialyse|dialysis"
    r"|nierpatient\w*|palliati\w*|terminaal|terminale?"
    r"|cancer|tumeur|stroke|heart (?:attack|failure)|infarctus|insuffisance|cardiaque|allergi\w*|koorts"
    r"|fievre|fever|ziek|malade|sick|memory loss|confused"
    r"|perte de memoire|demence|suicid\w*|zelfmoord\w*|rolstoelpatient\w*|prostaat|prostate|bloeddruk"
    r"|tension arterielle|blood pressure|cholesterol)\b"
)
_HARMLESS = re.compile(
    r"\b(?:blind date|blind spot|doof voor|ziekenhuis\w*|ziekenfonds|fauteuil malade|carte d invalidite"
    r"|window blind|the blind|my blind|a blind)\b"
)


def health_hint(text: str) -> tuple[Found, ...]:
    """The words of ``text`` that seem to tell about health, in their order; none where nothing does.

    The form then says gently that notes keep tasks and wishes, not illnesses; saving stays possible.
    """
    wording = read_words(text)
    harmless = [match.span() for match in _HARMLESS.finditer(wording.plain)]
    found = {
        wording.found_in(match)
        for match in _HEALTH.finditer(wording.plain)
        if not any(start <= match.start() < end for start, end in harmless)
    }
    found.update(find_care_words(wording))
    return tuple(sorted(found, key=lambda each: (each.start, each.end)))
