"""Whether people both give and receive, as persons, as pairs and as a whole.

The formulas are standard network science, named where they have an author; E, G_i, R_i and w_ij
are those of DOMAIN.md section 5. Minutes or quarters give the same result.
"""

from collections.abc import Collection, Sequence

from timebank.participation.ratios import ratio
from timebank.participation.totals import MemberTotal, PairTotal

BALANCE_CLASSES = 5
"""Equal classes of b_i from -1 (only received) to 1 (only gave): edges -1, -0.6, -0.2, 0.2, 0.6, 1."""


def two_way_share(totals: Sequence[MemberTotal]) -> float | None:
    """#{i: gave and received} / n, of those who took part. No unit.

    The key number for BuurtPensioen. Source: DOMAIN.md section 5; first target: > 0.4. Help for
    thanks alone counts, since it is given all the same.
    """
    active = [each for each in totals if each.gave or each.received]
    return ratio(sum(each.gave and each.received for each in active), len(active))


def balance_index(total: MemberTotal) -> float | None:
    """b_i = (G_i - R_i) / (G_i + R_i), -1 (only received) .. 1 (only gave). No unit.

    Of one person: never shown to anyone, a histogram only. None where no minutes moved.
    """
    return ratio(total.given_minutes - total.received_minutes, total.given_minutes + total.received_minutes)


def balance_histogram(totals: Sequence[MemberTotal]) -> tuple[int, ...]:
    """How many members' b_i lies in each of five equal classes of -1..1. Unit: members.

    A class holds its lower edge; the last one holds 1 as well. Whole numbers decide, so that an edge
    is never missed by rounding.
    """
    counts = [0] * BALANCE_CLASSES
    for each in totals:
        whole = each.given_minutes + each.received_minutes
        if whole:
            # (b + 1) / 0.4 is 5 G / (G + R).
            place = BALANCE_CLASSES * each.given_minutes // whole
            counts[min(place, BALANCE_CLASSES - 1)] += 1
    return tuple(counts)


def system_reciprocity(totals: Sequence[MemberTotal]) -> float | None:
    """1 - sum_i |G_i - R_i| / sum_i (G_i + R_i): 0 one-way, 1 balanced. No unit.

    Source: DOMAIN.md section 5.
    """
    differences = sum(abs(each.given_minutes - each.received_minutes) for each in totals)
    moved = sum(each.given_minutes + each.received_minutes for each in totals)
    share = ratio(differences, moved)
    return None if share is None else 1 - share


def dyadic_reciprocity(pairs: Collection[PairTotal]) -> float | None:
    """r = L<-> / L: ties that go both ways / ties, both ordered. No unit.

    High where pairs swap; low with a high two-way share is general reciprocity, which is wanted.
    """
    ties = {(each.giver_id, each.receiver_id) for each in pairs}
    return ratio(sum((receiver, giver) in ties for giver, receiver in ties), len(ties))


def corrected_reciprocity(pairs: Collection[PairTotal], active: int) -> float | None:
    """(r - d) / (1 - d) with d the density: 0 as by chance, above 0 more mutual. No unit.

    Source: Garlaschelli and Loffredo 2004. None without ties, or where everyone is tied to everyone.
    """
    mutual, chance = dyadic_reciprocity(pairs), density(pairs, active)
    if mutual is None or chance is None:
        return None
    return ratio(mutual - chance, 1 - chance)


def density(pairs: Collection[PairTotal], active: int) -> float | None:
    """d = L / (n (n - 1)): ordered ties / possible ones among n active members. No unit.

    Falls as n grows: compare only at about the same n.
    """
    ties = {(each.giver_id, each.receiver_id) for each in pairs}
    return ratio(len(ties), active * (active - 1))
