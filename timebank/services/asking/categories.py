"""Kinds of help: the common list, and what an antenna adds to it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from timebank.domain.categories import CATEGORIES
from timebank.domain.channels import LANGUAGES
from timebank.domain.errors import InvalidInputError, NotFoundError, StaleError
from timebank.domain.names import clean_text, fold_name
from timebank.domain.own_words import kept_words
from timebank.domain.permissions import Actor, is_coordinator, require, require_full_rights
from timebank.models.category import Category
from timebank.services.audit import write_down

OWN = "own_"
NAME_MAX = 60


@dataclass(frozen=True)
class CategoryView:
    """A kind of help: one of the common list (``names`` empty, pages know its words) or an own one.

    ``words`` are those by which people ask for an own one, by language.
    """

    code: str
    names: Mapping[str, str]
    retired: bool = False
    version: int = 0
    words: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def name_in(self, language: str) -> str:
        """Its own name in this language, or in any that it has; empty for the common list."""
        return self.names.get(language) or next(iter(self.names.values()), "")


def categories_of(session: Session, antenna_id: int, *, retired: bool = False) -> tuple[CategoryView, ...]:
    """What can be chosen in this antenna, the common list first; with ``retired``, its old ones too."""
    query = select(Category).where(Category.antenna_id == antenna_id).order_by(Category.id)
    if not retired:
        query = query.where(Category.retired.is_(False))
    own = (_view(each) for each in session.scalars(query))
    return (*(CategoryView(code, {}) for code in CATEGORIES), *own)


def own_categories(session: Session) -> tuple[tuple[int, CategoryView], ...]:
    """Every antenna's own kinds, the old ones too, each with its antenna's id: what pages name them by."""
    rows = session.scalars(select(Category).order_by(Category.id))
    return tuple((each.antenna_id, _view(each)) for each in rows)


def find_category(session: Session, antenna_id: int, code: str) -> Category:
    """One of the antenna's own kinds.

    Raises:
        NotFoundError: the antenna has none of this code.
    """
    query = select(Category).where(Category.antenna_id == antenna_id, Category.code == code)
    category = session.scalar(query)
    if category is None:
        raise NotFoundError
    return category


def known_category(session: Session, antenna_id: int, code: str, *, retired: bool = False) -> str:
    """The code, if it is empty, one of the common list, or the antenna's own and in use.

    With ``retired``, one that was in use is known, too: a favour may come of an ask from before.

    Raises:
        InvalidInputError: ``category_unknown``.
    """
    if not code or code in CATEGORIES:
        return code
    query = select(Category.retired).where(Category.antenna_id == antenna_id, Category.code == code)
    was_retired = session.scalar(query)
    if was_retired is None or (was_retired and not retired):
        raise InvalidInputError("category_unknown", "Choose a kind of help from the list.", field="category")
    return code


def add_category(
    session: Session,
    antenna_id: int,
    names: Mapping[str, str],
    words: Mapping[str, Sequence[str]] | None = None,
    *,
    actor: Actor,
    now: datetime,
) -> Category:
    """A kind of help of the antenna's own, with a name in one or more languages, and with ``words`` by
    which people ask for it.

    Raises:
        InvalidInputError: no name, or one that is there already.
        NotAllowedError, NotFoundError: not a coordinator here.
    """
    _require(actor, antenna_id)
    kept = _names(names)
    code = OWN + re.sub(r"\W+", "_", fold_name(next(iter(kept.values()))))[:40]
    there = select(Category.id).where(Category.antenna_id == antenna_id, Category.code == code)
    if session.scalar(there) is not None:
        raise InvalidInputError("category_there", "There is a kind of help with this name.", field="name")
    category = Category(
        antenna_id=antenna_id, code=code, names=kept, words=kept_words(words or {}), retired=False
    )
    session.add(category)
    subject = f"category:{code}"
    write_down(session, "add_category", actor=actor, now=now, antenna_id=antenna_id, subject=subject)
    session.flush()
    return category


def change_category(
    session: Session,
    antenna_id: int,
    code: str,
    names: Mapping[str, str],
    words: Mapping[str, Sequence[str]] | None = None,
    *,
    retired: bool,
    version: int,
    actor: Actor,
    now: datetime,
) -> Category:
    """Give one of the antenna's own kinds other names and words, or take it out of use.

    Without ``words`` those that it has stay.

    Raises:
        NotFoundError: the antenna has none of this code.
        StaleError: someone changed it since ``version`` was read.
    """
    _require(actor, antenna_id)
    category = find_category(session, antenna_id, code)
    if category.version != version:
        raise StaleError
    category.names, category.retired = _names(names), retired
    if words is not None:
        category.words = kept_words(words)
    subject = f"category:{code}"
    write_down(session, "change_category", actor=actor, now=now, antenna_id=antenna_id, subject=subject)
    session.flush()
    return category


def _view(kept: Category) -> CategoryView:
    return CategoryView(kept.code, kept.names, kept.retired, kept.version, kept.words)


def _require(actor: Actor, antenna_id: int) -> None:
    require(is_coordinator(actor, antenna_id), actor, antenna_id)
    require_full_rights(actor)


def _names(names: Mapping[str, str]) -> dict[str, str]:
    kept = {code: clean_text(names.get(code, ""))[:NAME_MAX] for code in LANGUAGES}
    kept = {code: name for code, name in kept.items() if fold_name(name)}
    if not kept:
        raise InvalidInputError("name_missing", "Write down a name.", field="name")
    return kept
