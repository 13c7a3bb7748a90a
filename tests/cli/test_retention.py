"""``flask retention`` says before it erases; ``flask erasures`` brings an old backup up to date."""

from datetime import timedelta
from pathlib import Path

import time_machine
from flask import Flask
from sqlalchemy import func, select

from tests.factories import NOW, World
from tests.unit.services.asking import ask_of
from timebank.domain.referral_states import ReferralStep
from timebank.mailer import send_mail
from timebank.models.audit import AuditEntry
from timebank.models.member import Person
from timebank.models.referral import Referral
from timebank.services.asking.asks import reopen_ask
from timebank.services.membership.member_endings import leave_member
from timebank.services.referring.directory import EntryDetails, add_entry
from timebank.services.referring.referrals import Heard, NewReferral, follow_up_referral, refer_ask
from timebank.uow import reading, transact


def run(app: Flask, *args: str, days: int) -> str:
    with time_machine.travel(NOW + timedelta(days=days), tick=False):
        return app.test_cli_runner().invoke(args=list(args)).output


def name_of(world: World, name: str) -> str:
    with reading() as session:
        return session.get_one(Person, world.people[name]).name


def leave(world: World, name: str) -> None:
    transact(leave_member, world.uids[name], actor=world.actor("cora"), now=NOW)


def test_a_dry_run_says_whom_it_would_erase_and_erases_nobody(app: Flask, world: World) -> None:
    leave(world, "fay")
    ask = ask_of(world, "ben")
    leave(world, "ben")
    transact(reopen_ask, ask, actor=world.actor("cora"), now=NOW)
    assert "person" not in run(app, "retention", "--dry-run", days=89)
    told = run(app, "retention", "--dry-run", days=91)
    with reading() as session:
        fay, ben = (session.get_one(Person, world.people[name]).uid for name in ("fay", "ben"))
    assert f"would erase person {fay}" in told
    assert f"held back person {ben}" in told
    assert "open_ask" in told
    assert name_of(world, "fay") == "Fay Peeters"


def test_the_tick_erases_who_left_long_ago_once(app: Flask, world: World) -> None:
    leave(world, "fay")
    run(app, "tick", days=89)
    assert name_of(world, "fay") == "Fay Peeters"
    assert "erasing person" in run(app, "tick", days=91)
    assert name_of(world, "fay") == "Vroeger lid"
    assert "erasing person" not in run(app, "tick", days=92)


def test_the_words_of_a_referral_go_some_time_after_its_end(app: Flask, world: World) -> None:
    cora = world.actor("cora")
    entry = EntryDetails(name="Thuisverpleging", phone="02 555 80 10")
    service = transact(add_entry, world.antenna, entry, checked_on=None, actor=cora, now=NOW).uid
    new = NewReferral(service, agreed=True, handed="The key")
    made = transact(refer_ask, ask_of(world), new, actor=cora, now=NOW)
    run(app, "retention", days=120)
    assert handed() == "The key"
    heard = Heard(ReferralStep.HELP)
    transact(follow_up_referral, made.uid, heard, version=made.version, actor=cora, now=NOW)
    run(app, "retention", days=89)
    assert handed() == "The key"
    run(app, "retention", days=91)
    assert handed() == ""


def handed() -> str:
    with reading() as session:
        return session.scalars(select(Referral.handed)).one()


def test_lines_of_the_audit_go_after_two_years(app: Flask, world: World) -> None:
    run(app, "retention", days=700)
    assert lines() > 0
    assert "lines of the audit" in run(app, "retention", "--dry-run", days=800)
    run(app, "retention", days=800)
    assert lines() == 0


def lines() -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(AuditEntry)) or 0


def test_an_old_backup_is_brought_up_to_date_by_the_list(app: Flask, world: World, tmp_path: Path) -> None:
    """The list names someone that this database, as an older backup would, still knows."""
    leave(world, "fay")
    with reading() as session:
        uid = session.get_one(Person, world.people["fay"]).uid
    kept = tmp_path / "erased.txt"
    kept.write_text(
        f"{uid} 2026-11-24T03:00:00Z\n00000000-0000-0000-0000-000000000001 2026-11-24T03:00:00Z\n"
    )
    assert "erased again 1 of 2" in run(app, "erasures", "--replay", str(kept), days=1)
    assert name_of(world, "fay") == "Vroeger lid"
    assert str(uid) in run(app, "erasures", days=1)
    assert "erased again 0 of 2" in run(app, "erasures", "--replay", str(kept), days=1)


def test_mails_that_were_kept_as_files_go_once_someone_is_erased_and_later_ones_stay(
    app: Flask, world: World
) -> None:
    settings = app.extensions["timebank_settings"]

    def kept() -> list[str]:
        return sorted(path.read_text().partition("Subject: ")[2][:5] for path in folder.glob("*.eml"))

    folder = settings.outbox_dir
    for day, subject in ((1, "first"), (92, "later")):
        with time_machine.travel(NOW + timedelta(days=day), tick=False):
            send_mail(settings, "ben@example.org", subject, "Fay comes at ten.")
    (folder / "other.eml").write_text("no mail at all")
    run(app, "retention", days=90)
    assert kept() == ["", "first", "later"]
    leave(world, "fay")
    run(app, "retention", "--dry-run", days=91)
    assert kept() == ["", "first", "later"]
    run(app, "retention", days=91)
    assert kept() == ["", "later"]
