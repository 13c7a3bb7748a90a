"""Who gives minutes to whom: the legs of a favour, before they are booked.

A leg is one debit and one credit. A favour of one to one has one leg; a boiler carried by four has
four; a workshop has one or many, by the antenna's group mode (Zanica's hour fund is the source of
the mode in which each participant pays the pot and the pot pays the teacher).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from timebank.domain.errors import InvalidInputError
from timebank.domain.rules import GroupMode


@dataclass(frozen=True)
class Holder:
    """An account in a book, as a favour knows it."""

    book_id: int
    account_id: int


@dataclass(frozen=True)
class Leg:
    """``minutes`` from the debited to the credited account; both may lie in different books."""

    debit: Holder
    credit: Holder
    minutes: int


def legs_of(
    givers: Sequence[Holder], receivers: Sequence[Holder], pot: Holder, minutes: int, mode: GroupMode
) -> tuple[Leg, ...]:
    """The legs of a favour in which each giver is credited ``minutes``.

    No receiver means that the antenna received: the pot gives. Several receivers:
    ``POT`` the pot gives, ``EACH`` every receiver gives ``minutes`` to the pot and the pot gives to
    the givers, ``SHARED`` the receivers share each giver's minutes as evenly as whole minutes allow.

    Raises:
        InvalidInputError: code ``same_account`` when two people who share an account help one
            another: between them no minutes move.
    """
    if not receivers:
        legs = [Leg(pot, giver, minutes) for giver in givers]
    elif len(receivers) == 1:
        legs = [Leg(receivers[0], giver, minutes) for giver in givers]
    elif mode is GroupMode.POT:
        legs = [Leg(pot, giver, minutes) for giver in givers]
    elif mode is GroupMode.EACH:
        legs = [Leg(receiver, pot, minutes) for receiver in receivers]
        legs += [Leg(pot, giver, minutes) for giver in givers]
    else:
        legs = [leg for giver in givers for leg in _shared(giver, receivers, minutes)]
    for leg in legs:
        if leg.debit.account_id == leg.credit.account_id:
            raise InvalidInputError(
                "same_account",
                "These two share one account, so no hours move between them. Choose 'just thanks'.",
            )
    return tuple(legs)


def _shared(giver: Holder, receivers: Sequence[Holder], minutes: int) -> list[Leg]:
    share, rest = divmod(minutes, len(receivers))
    parts = [share + (1 if place < rest else 0) for place in range(len(receivers))]
    return [Leg(receiver, giver, part) for receiver, part in zip(receivers, parts, strict=True) if part]
