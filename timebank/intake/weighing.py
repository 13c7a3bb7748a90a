"""How much each word of a story counts: the ask itself more than what went before, or what others do already."""

import re

from timebank.intake.wording import Wording

_ASK = re.compile(
    r"\b(?:kan (?:er )?iemand|kunt (?:ge|gij|u)|zou(?:den)? (?:er )?iemand|wie (?:kan|wil|heeft|brengt"
    r"|gaat|helpt|komt|rijdt"
    r"|voert|neemt|stapt|leest|eet)|ik zoek|zoek iemand|we zoeken|ik zou|zou (?:graag|plezant|welkom|fijn)"
    r"|iemand (?:die|om|met)"
    r"|gewoon|dus als|nodig"
    r"|quelqu un|qui (?:peut|pourrait|veut|vient|me|m|a une|aurait)|je cherche|il me faut|pourriez vous"
    r"|vous pourriez|j aimerais"
    r"|je voudrais|simplement|alors si|besoin"
    r"|(?:could|can|would|does) (?:you|someone|somebody|anyone|anybody)|who (?:could|can|would|will|comes"
    r"|has|takes)|i need|looking for"
    r"|i look for|i d (?:like|love)|just someone|so if|someone (?:to|who)|somebody to)\b"
)
_ALREADY_DONE = re.compile(
    r"\b(?:dat doet|doet mijn|deed|deden|kookte|reed|altijd|vroeger|heb ik de|zaliger"
    r"|c est mon|c est ma|c etait|faisait|cuisinait|conduisait|toujours|autrefois|avant c|j ai l aide"
    r"|used to|always|my son does|my daughter does|did it|did all|i ve the|i have the home)\b"
)
_REASON = re.compile(
    r"\b(?:want|omdat|sinds|terwijl|als ik|wanneer ik|tijdens|na mijn|na een|car|parce qu\w*|puisqu\w*"
    r"|depuis|pendant|quand|apres"
    r"|because|since|while|when|after my|as i)\b"
)
_ASKED, _DONE, _BECAUSE, _LATE = 1.8, 0.4, 0.45, 0.3


def token_weights(wording: Wording) -> list[float]:
    """A weight for each token: words after the last 'could someone' count more, a clause that tells what was
    once or who does it already, or why, counts less, and later sentences a little more than earlier ones.
    """
    count = len(wording.tokens)
    asked = [wording.token_at(match.start()) for match in _ASK.finditer(wording.plain)]
    ask_from = asked[-1] if asked else count
    weights = [1.0 + _LATE * place / max(1, count) for place in range(count)]
    for place in range(ask_from, count):
        weights[place] *= _ASKED
    for first, last in _clauses(wording):
        clause = " ".join(wording.tokens[first:last])
        if _ALREADY_DONE.search(clause):
            for place in range(first, last):
                weights[place] *= _DONE
        elif (match := _REASON.search(clause)) is not None:
            for place in range(first + clause[: match.start()].count(" "), last):
                weights[place] *= _BECAUSE
    return weights


def _clauses(wording: Wording) -> list[tuple[int, int]]:
    clauses, first = [], 0
    for place, token in enumerate(wording.tokens):
        if token in {",", "."}:
            clauses.append((first, place))
            first = place + 1
    clauses.append((first, len(wording.tokens)))
    return clauses
