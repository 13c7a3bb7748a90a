"""Who took part in a favour of others: names or numbers as they stand on a slip, and a few to choose from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session
from wtforms import Field

from timebank.domain.errors import InvalidInputError
from timebank.domain.finding import find
from timebank.domain.names import fold_name
from timebank.domain.permissions import Actor
from timebank.services.asking.ask_lists import members_called
from timebank.services.giving.favour_lists import Neighbour
from timebank.web.giving.favour_forms import FavourForm

SHOWN = 6
"""Neighbours to choose from for one name that isn't clear."""
NAMES_MAX = 20
BETWEEN = re.compile(r"[,;+&\n]+")


@dataclass(frozen=True)
class Read:
    """What typed names came to: who is meant, the names that aren't clear, and who those may mean."""

    chosen: tuple[int, ...]
    unclear: tuple[str, ...] = ()
    near: tuple[int, ...] = ()
    error: InvalidInputError | None = None


def read_people(
    session: Session, form: FavourForm, people: Sequence[Neighbour], antenna_id: int, *, actor: Actor
) -> None:
    """Put whom the typed names mean among the chosen; what isn't clear stays typed, with ``near`` to tick.

    Raises:
        InvalidInputError: codes ``name_unknown``, ``name_ambiguous``; the other side is read all the same.
    """
    errors = []
    for field, names, asked in (
        (form.neighbours, form.giver_names, form.giver_asked),
        (form.receivers, form.receiver_names, form.receiver_asked),
    ):
        found = _read(session, field, names.data or "", asked.data or "", people, antenna_id, actor)
        field.data, field.near = list(found.chosen), found.near
        names.data = asked.data = ", ".join(found.unclear)
        errors += [] if found.error is None else [found.error]
    if errors:
        raise errors[0]


def _read(
    session: Session,
    field: Field,
    names: str,
    asked: str,
    people: Sequence[Neighbour],
    antenna_id: int,
    actor: Actor,
) -> Read:
    here = {each.member_id for each in people}
    chosen = [each for each in dict.fromkeys(field.data or ()) if each in here]
    ticked, before = frozenset(chosen), _parts(asked)
    unclear, near, error = [], [], None
    for said in _parts(names):
        found = [member.id for member in members_called(session, antenna_id, said, actor=actor)]
        close = found or _like(people, said)
        if len(found) == 1:
            chosen += [each for each in found if each not in chosen]
        elif said not in before or ticked.isdisjoint(close[:SHOWN]):
            unclear.append(said)
            near += close[:SHOWN]
            error = error or _error(field, said, known=bool(found))
    return Read(tuple(chosen), tuple(unclear), tuple(dict.fromkeys(near)), error)


def _like(people: Sequence[Neighbour], said: str) -> list[int]:
    """Whom a slip of the pen may mean; signs without a letter mean nobody."""
    return (
        [each.member_id for each in find(people, said, lambda each: (each.label,))] if fold_name(said) else []
    )


def _parts(said: str) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for part in BETWEEN.split(said))
    return tuple(dict.fromkeys(part for part in parts if part))[:NAMES_MAX]


def _error(field: Field, said: str, *, known: bool) -> InvalidInputError:
    if known:
        return InvalidInputError(
            "name_ambiguous", "Several members are called {name}.", field=field.name, name=said
        )
    return InvalidInputError("name_unknown", "We know no member called {name}.", field=field.name, name=said)
