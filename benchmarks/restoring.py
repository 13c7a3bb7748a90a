"""An antenna's archive and a backup, written and put back, as the books grow: seconds, and memory at the peak.

The antenna has a hundred members, who all help one another. For each favour there are eight rows: the
favour, two parties, an agreement, the transfer and its tie, and two lines of the audit.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from benchmarks.filling import MEMBERS, Filled, Row, fill_books
from benchmarks.importing import Run, flask
from benchmarks.network import open_app
from benchmarks.results import Result, figure
from tests.conftest import migrate
from tests.postgres import PostgresCluster
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.permissions import SYSTEM
from timebank.extensions import db
from timebank.models.antenna import Antenna
from timebank.models.member import Member
from timebank.services.membership.members import NewMember, add_member
from timebank.services.membership.people import PersonDetails
from timebank.services.network.antennas import AntennaDetails, open_antenna
from timebank.uow import transact

MEMORY_GOAL_MB = 512
LIMIT_SECONDS = 3600
GROWTH_GOAL = 1.2
"""So much more time a favour may take in an archive ten times as large."""
FAVOUR = (
    "(id, uid, antenna_id, state, done_on, minutes, travel_minutes, with_hours, stated, for_antenna,"
    " group_mode, category, note, thanks, channel, logged_by_id, logged_for_id, logged_at, undo_until,"
    " dispute_reason, settlement, version)"
)
PARTY = "(favour_id, member_id, side)"
AGREED = "(favour_id, rests_on, confirmed_by_id, for_member_id, heard_from, recorded_at)"
TIE = "(favour_id, transfer_id, book_id, seq, reversal)"
AUDIT = "(at, actor_id, action, antenna_id, member_id, subject, channel, on_behalf, detail)"


@dataclass(frozen=True)
class Place:
    """One size: the database that is filled, and the empty one that takes it in."""

    count: int
    full: str
    empty: str


def on_database(
    kind: str, places: list[Place], folder: Path, cluster: PostgresCluster | None
) -> list[Result]:
    """Fill, write and put back, for each size."""
    results, per_favour = [], []
    for place in places:
        migrate(place.full, folder)
        migrate(place.empty, folder)
        with open_app(place.full, folder):
            fill_antenna(place.count)
        file = folder / f"{place.count}.zip"
        words = ("archive", "export", "--antenna", "bench", str(file))
        export = _flask(place.full, folder, *words)
        restore = _flask(place.empty, folder, "archive", "import", str(file))
        assert "its books hold" in restore.output
        per_favour.append(restore.own_seconds / place.count)
        results += _archived(kind, place.count, export, restore, file.stat().st_size)
        results += _backed_up(kind, place, folder, cluster)
        file.unlink()
    how = "processor time of flask archive import for a favour, in the larger archive and the smaller; once"
    for small, large, less, more in zip(places, places[1:], per_favour, per_favour[1:], strict=False):
        name = f"{kind}, archive restored, a favour: {large.count:,} / {small.count:,}"
        results.append(figure(name, more / less, "ratio", how, goal=GROWTH_GOAL, better="lower"))
    return results


def _flask(url: str, folder: Path, *words: str) -> Run:
    return flask(url, folder, *words, most_seconds=LIMIT_SECONDS, most_mb=MEMORY_GOAL_MB)


def fill_antenna(count: int) -> None:
    """An antenna of a hundred members and ``count`` favours, in the migrated, empty database of the app at hand."""
    details = AntennaDetails(name="Bench", languages=("nl", "fr"), phone="02 123 45 67")
    antenna = transact(open_antenna, "bench", details, actor=SYSTEM, now=now())
    for number in range(MEMBERS):
        person = PersonDetails(given_name=f"Member {number}", family_name="Peeters", language="nl")
        new = NewMember(details=person, joined_through=Channel.TALK)
        transact(add_member, antenna.id, new, actor=SYSTEM, now=now())
    with Session(db.engine) as session:
        found = session.execute(select(Member.account_id, Member.id, Member.person_id)).all()
        book_id = session.get_one(Antenna, antenna.id).book_id
    people = {account: (member, person) for account, member, person in found}
    fill_books(Filled(book_id, list(people)), count, lambda rows: _causes(rows, antenna.id, people))


def _causes(
    transfers: list[Row], antenna_id: int, people: dict[int, tuple[int, int]]
) -> Iterator[tuple[str, str, list[Row]]]:
    """Why each transfer moved: what a favour leaves behind that its receiver agreed to."""
    favours, parties, agreed, ties, audit = ([] for _ in range(5))
    for row in transfers:
        book, seq, key, debit, credit, minutes = row[:6]
        day, at = row[13], row[15]
        (receiver, person), (giver, helper) = people[debit], people[credit]
        uid = f"{seq:032x}"
        favours.append(
            (
                *(seq, uid, antenna_id, "confirmed", day, minutes, 0, True, "", False, "pot", "visit"),
                *("To the doctor and back", "", "web", helper, giver, at, at, "", "", 1),
            )
        )
        parties += [(seq, giver, "giver"), (seq, receiver, "receiver")]
        agreed.append((seq, "receiver", person, receiver, "", at))
        ties.append((seq, key, book, seq, False))
        for action, actor, member in (("log_favour", helper, giver), ("confirm_favour", person, receiver)):
            audit.append((at, actor, action, antenna_id, member, f"favour:{uid}", "web", False, "{}"))
    yield "favour", FAVOUR, favours
    yield "favour_party", PARTY, parties
    yield "favour_confirmation", AGREED, agreed
    yield "favour_transfer", TIE, ties
    yield "audit_entry", AUDIT, audit


def _archived(kind: str, count: int, export: Run, restore: Run, size: int) -> list[Result]:
    name, how = f"{kind}, archive of {count:,} favours", "a process with 512 MB at most; once"
    results = [figure(f"{name}: size", size / 1e6, "MB", "the zip", better="lower")]
    for deed, run in (("written", export), ("restored and proven", restore)):
        results += [
            figure(f"{name}: {deed}", run.seconds, "s", how, better="lower"),
            figure(
                f"{name}: {deed}, own processor time",
                run.own_seconds,
                "s",
                f"{how}; without the server's part",
                better="lower",
            ),
            figure(
                f"{name}: {deed}, peak memory",
                run.peak_mb,
                "MB",
                f"{how}; maximum RSS",
                goal=MEMORY_GOAL_MB,
                better="lower",
            ),
        ]
    return results


def _backed_up(kind: str, place: Place, folder: Path, cluster: PostgresCluster | None) -> list[Result]:
    """pg_dump and pg_restore, or SQLite's own copy with its proof."""
    name = f"{kind}, backup of {place.count:,} favours"
    if cluster is None:
        run = _flask(place.full, folder, "backup", str(folder / f"backups-{place.count}"))
        how = "flask backup, with quick_check and the proof of the books in the copy; once"
        return [
            figure(f"{name}: written and proven", run.seconds, "s", how, better="lower"),
            figure(f"{name}: peak memory", run.peak_mb, "MB", how, goal=MEMORY_GOAL_MB, better="lower"),
        ]
    file, urls = folder / f"{place.count}.dump", []
    written = _timed(lambda: cluster.dump(place.full, file))
    restored = _timed(lambda: urls.append(cluster.restore(file)))
    cluster.drop_database(urls[0])
    file.unlink()
    return [
        figure(f"{name}: pg_dump", written, "s", "custom format; once", better="lower"),
        figure(f"{name}: pg_restore", restored, "s", "into an empty database; once", better="lower"),
    ]


def _timed(deed: Callable[[], None]) -> float:
    began = time.perf_counter()
    deed()
    return time.perf_counter() - began
