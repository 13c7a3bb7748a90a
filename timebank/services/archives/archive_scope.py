"""What belongs to one antenna: for each table, the rows that go into its archive.

Every table of the product stands in ``HELD`` or in ``LEFT_OUT``; a test walks over all of them. A new
table needs one line: the columns that lead to the antenna, or the reason why it stays behind.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, CompoundSelect, Select, Table, or_, select, union

from timebank.orm import Base

HELD: Mapping[str, tuple[str, ...]] = {
    "book": (),
    "account": ("book_id",),
    "limit_change": ("account_id",),
    "period_closing": ("book_id",),
    "transfer": ("book_id",),
    "person": (),
    "partner": (),
    "antenna": (),
    "area": ("antenna_id",),
    "boundary": ("antenna_id",),
    "category": ("antenna_id",),
    "directory_entry": ("antenna_id",),
    "duty": ("antenna_id",),
    "household": ("antenna_id",),
    "import_batch": ("antenna_id",),
    "notice": ("antenna_id",),
    "opening_step": ("antenna_id",),
    "partner_antenna": ("antenna_id",),
    "pool": ("antenna_id",),
    "role_mandate": ("antenna_id", "partner_id"),
    "rule_decision": ("antenna_id",),
    "member": ("antenna_id",),
    "gathering": ("antenna_id",),
    "population_figure": ("antenna_id",),
    "questionnaire_round": ("antenna_id",),
    "release": ("antenna_id",),
    "report": ("antenna_id",),
    "story": ("antenna_id",),
    "street_sector": ("antenna_id",),
    "apart": ("member_id", "other_member_id"),
    "ask": ("antenna_id",),
    "attendance": ("gathering_id",),
    "audit_entry": ("antenna_id", "member_id"),
    "earlier_account": ("member_id",),
    "favour": ("antenna_id",),
    "gift": ("from_antenna_id", "to_antenna_id"),
    "helper": ("member_id",),
    "hours_wish": ("member_id",),
    "member_consent": ("member_id",),
    "member_step": ("member_id",),
    "offer": ("member_id",),
    "imported_post": ("batch_id",),
    "partner_look": ("antenna_id",),
    "signal": ("antenna_id",),
    "story_photo": ("story_id",),
    "ask_window": ("ask_id",),
    "favour_party": ("favour_id",),
    "favour_confirmation": ("favour_id",),
    "favour_transfer": ("favour_id",),
    "gift_transfer": ("gift_id",),
    "offer_kind": ("offer_id",),
    "proposal": ("ask_id",),
    "referral": ("ask_id",),
    "shown_list": ("ask_id",),
    "signal_line": ("signal_id",),
}
"""Table -> the columns of which any one leads to the antenna, its book, or a row of its own; in the
order in which a restored antenna takes them in (who took part before who agreed: a guard asks)."""

LEFT_OUT: Mapping[str, str] = {
    "api_token": "a secret: whoever uses the API makes a new token",
    "attempt_count": "a limiter's memory of some minutes",
    "calendar_feed": "a secret address: it is renewed on the agenda",
    "card_code": "a secret: print new cards",
    "certificate": "its paper names this installation, which answers its code: make a new one",
    "hold": "a courtesy of some minutes between two coordinators",
    "login_session": "a secret: everybody signs in again",
    "questionnaire_answer": "nobody reads a single answer, and a file would outlive its round",
    "printed_card": "belongs to its secret codes: print new cards",
    "recovery_code": "a secret: belongs to the second step that is left out",
    "request_key": "belongs to the network's own doors, and is forgotten after a while",
    "second_factor": "half of a secret, and the other half is this installation's key: set it up anew",
    "sign_in_code": "a secret of some minutes",
    "staff_password": "a secret: set a new one with flask set-password",
}
"""Table -> why it stays behind."""

OMITTED: Mapping[str, frozenset[str]] = {"import_batch": frozenset({"content"})}
"""Columns that stay behind: a raw sheet is kept for a day at most."""

ELSEWHERE: Mapping[str, tuple[str, ...]] = {
    "book": ("id", "name"),
    "account": ("id", "uid", "book_id", "kind", "counterpart_book_id"),
    "person": ("id", "uid", "given_name", "family_name", "sort_name", "language", "died_on", "created_at"),
    "antenna": (
        *("id", "uid", "slug", "name", "languages", "timezone"),
        *("book_id", "pot_account_id", "created_at", "is_demo"),
    ),
    "member": (
        *("id", "uid", "antenna_id", "person_id", "number", "state", "account_id"),
        *("joined_on", "joined_through", "ended_on"),
    ),
    "transfer": (
        *("book_id", "seq", "id", "debit_account_id", "credit_account_id", "minutes", "kind"),
        *("reverses_seq", "pair_id", "done_on", "concerns_on", "recorded_at", "actor_id"),
    ),
}
"""What is kept of other antennas where a row of ours names them: a name, never an address or a balance."""

_STUBBED = frozenset(ELSEWHERE)


def table(name: str) -> Table:
    """The table of this name."""
    return Base.metadata.tables[name]


@dataclass(frozen=True)
class Scope:
    """One antenna's rows, as conditions and subqueries; nothing is read here."""

    antenna_id: int
    book_id: int

    def held(self, name: str) -> ColumnElement[bool]:
        """Whether a row of this table belongs to the antenna."""
        special: dict[str, Callable[[Table], ColumnElement[bool]]] = {
            "book": lambda t: t.c.id == self.book_id,
            "antenna": lambda t: t.c.id == self.antenna_id,
            "person": lambda t: t.c.id.in_(self._own_people()),
            "partner": lambda t: t.c.id.in_(self._keys("partner_antenna", "partner_id")),
            "favour": lambda t: or_(self._led("favour"), t.c.id.in_(self._shared_favours())),
            "directory_entry": lambda t: or_(
                self._led("directory_entry"),
                t.c.antenna_id.is_(None),
                t.c.id.in_(self._keys("referral", "entry_id")),
            ),
        }
        condition = special.get(name)
        return self._led(name) if condition is None else condition(table(name))

    def elsewhere(self, name: str) -> ColumnElement[bool]:
        """Whether a row belongs to someone else and is named by one of ours."""
        t = table(name)
        if name == "person":
            members = select(table("member").c.person_id).where(self.elsewhere("member"))
            actors = (self._keys("transfer", "actor_id"), self._columns("transfer", "actor_id"))
            return t.c.id.in_(union(*self._pointing("person"), members, *actors)) & ~self.held("person")
        if name == "member":
            return t.c.id.in_(union(*self._pointing("member"))) & (t.c.antenna_id != self.antenna_id)
        if name == "transfer":
            return t.c.id.in_(self._tied()) & (t.c.book_id != self.book_id)
        if name == "antenna":
            return self._antennas_elsewhere() & (t.c.id != self.antenna_id)
        antennas = table("antenna")
        if name == "book":
            return t.c.id.in_(select(antennas.c.book_id).where(self.elsewhere("antenna")))
        pots = select(antennas.c.pot_account_id).where(self.elsewhere("antenna"))
        return t.c.id.in_(union(pots, *self._accounts_named())) & (t.c.book_id != self.book_id)

    def foreign(self, name: str, column: str) -> ColumnElement[bool] | None:
        """Whether this column names a row that the archive doesn't hold, where that can be; it is emptied then."""
        target = _target(name, column)
        if target is None or target in _STUBBED or column in HELD[name]:
            return None
        if target in LEFT_OUT:
            return table(name).c[column].is_not(None)
        return table(name).c[column].not_in(self._keys(target, "id"))

    def _led(self, name: str) -> ColumnElement[bool]:
        return or_(*(self._leads(name, column) for column in HELD[name]))

    def _leads(self, name: str, column: str) -> ColumnElement[bool]:
        own, target = table(name).c[column], _target(name, column)
        if target == "antenna":
            return own == self.antenna_id
        if target == "book":
            return own == self.book_id
        return own.in_(self._keys(str(target), "id"))

    def _keys(self, name: str, column: str) -> Select[int]:
        return select(table(name).c[column]).where(self.held(name))

    def _columns(self, name: str, column: str) -> Select[int]:
        return select(table(name).c[column]).where(self.elsewhere(name))

    def _pointing(self, target: str) -> list[Select[int]]:
        """Every column of a held row that names a row of ``target``."""
        return [
            self._keys(name, column.name)
            for name in HELD
            for column in table(name).columns
            if _target(name, column.name) == target
        ]

    def _own_people(self) -> CompoundSelect[int]:
        return union(*(self._keys(name, "person_id") for name in ("member", "role_mandate", "helper")))

    def _shared_favours(self) -> CompoundSelect[int]:
        """Favours of another antenna in which one of ours took part, or that moved something in our book."""
        party, tie = table("favour_party"), table("favour_transfer")
        return union(
            select(party.c.favour_id).where(party.c.member_id.in_(self._keys("member", "id"))),
            select(tie.c.favour_id).where(tie.c.book_id == self.book_id),
        )

    def _tied(self) -> CompoundSelect[int]:
        """The transfers of our favours and gifts, in whatever book they stand."""
        return union(*(self._keys(name, "transfer_id") for name in ("favour_transfer", "gift_transfer")))

    def _accounts_named(self) -> list[Select[int]]:
        """Accounts of other books: those of members elsewhere, and both sides of transfers elsewhere."""
        sides = [self._columns("transfer", side) for side in ("debit_account_id", "credit_account_id")]
        return [*sides, self._columns("member", "account_id")]

    def _antennas_elsewhere(self) -> ColumnElement[bool]:
        accounts, antennas = table("account"), table("antenna")
        named = accounts.c.id.in_(union(*self._accounts_named()))
        books = union(
            select(accounts.c.book_id).where(named),
            select(accounts.c.counterpart_book_id).where(named),
            self._keys("account", "counterpart_book_id"),
        )
        direct = union(*self._pointing("antenna"), self._columns("member", "antenna_id"))
        return antennas.c.id.in_(direct) | antennas.c.book_id.in_(books)


def _target(name: str, column: str) -> str | None:
    """The table that a column of this table names a row of."""
    return next((key.column.table.name for key in table(name).c[column].foreign_keys), None)
