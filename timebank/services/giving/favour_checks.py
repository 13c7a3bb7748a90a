"""What must hold before a favour is written down: who, when, and words of a sensible length."""

from datetime import date, timedelta

from timebank.domain.errors import InvalidInputError
from timebank.domain.permissions import Actor, may_act_for, may_log_for_others, require
from timebank.domain.states import PRESENT_STATES
from timebank.models.member import Member
from timebank.services.giving.new_favour import NewFavour

TEXT_MAX = 500


def parties(new: NewFavour, members: dict[int, Member]) -> tuple[list[Member], list[Member]]:
    """The givers and receivers, all of them members now, none on both sides.

    Raises:
        InvalidInputError: someone is missing, twice there, or no member here.
    """
    if not new.giver_ids:
        raise InvalidInputError("giver_missing", "Say who helped.", field="givers")
    if not new.receiver_ids and not new.for_antenna:
        raise InvalidInputError("receiver_missing", "Say who was helped.", field="receivers")
    if new.receiver_ids and new.for_antenna:
        raise InvalidInputError(
            "receiver_twice", "Choose either the antenna or the people who were helped.", field="receivers"
        )
    if set(new.giver_ids) & set(new.receiver_ids):
        raise self_help()
    givers = [_present(members, member_id, "givers") for member_id in dict.fromkeys(new.giver_ids)]
    receivers = [_present(members, member_id, "receivers") for member_id in dict.fromkeys(new.receiver_ids)]
    if {m.person_id for m in givers} & {m.person_id for m in receivers}:
        raise self_help()
    if all(m.antenna_id != new.antenna_id for m in givers + receivers):
        raise InvalidInputError(
            "not_this_antenna", "None of them is a member of this antenna.", field="givers"
        )
    return givers, receivers


def self_help() -> InvalidInputError:
    """The same person on both sides, be it as a member of two antennas."""
    return InvalidInputError(
        "giver_is_receiver", "Someone can't help themselves. Choose two different people.", field="receivers"
    )


def _present(members: dict[int, Member], member_id: int, field: str) -> Member:
    member = members.get(member_id)
    if member is None or member.state not in PRESENT_STATES:
        raise InvalidInputError(
            "not_a_member", "Choose someone who is a member now.", field=field, member_id=member_id
        )
    return member


def require_may_log(actor: Actor, new: NewFavour, parties: list[Member]) -> None:
    """Members write down their own favours, helpers those of whom they help, staff everyone's.

    Raises:
        NotAllowedError, NotFoundError: none of these.
    """
    mine = any(may_act_for(actor, member.id) for member in parties)
    others = any(may_log_for_others(actor, m.antenna_id) for m in parties)
    require(mine or others, actor, new.antenna_id)


def check_accounts(givers: list[Member], receivers: list[Member], minutes: int) -> None:
    """Between two people who share an account no hours can move."""
    if minutes and {m.account_id for m in givers} & {m.account_id for m in receivers}:
        raise InvalidInputError(
            "same_account",
            "These two share one account, so no hours move between them. Choose 'just thanks'.",
            field="time_said",
        )


def check_day(done_on: date, today: date) -> None:
    """A day that has come, and not longer ago than two years.

    Raises:
        InvalidInputError: ``date_future`` or ``date_old``.
    """
    if done_on > today:
        raise InvalidInputError(
            "date_future", "This day is still to come. Choose today or a day before.", field="done_on"
        )
    if done_on < today - timedelta(days=730):
        raise InvalidInputError(
            "date_old",
            "This is more than two years ago. Ask your coordinator to bring in old sheets.",
            field="done_on",
        )


def short(text: str, field: str) -> str:
    """The text without blanks around it.

    Raises:
        InvalidInputError: ``text_long``.
    """
    text = text.strip()
    if len(text) > TEXT_MAX:
        raise InvalidInputError(
            "text_long", "Make this shorter: at most {maximum} characters.", field=field, maximum=TEXT_MAX
        )
    return text
