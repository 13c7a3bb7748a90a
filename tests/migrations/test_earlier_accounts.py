"""What the books tell of accounts that were shared before anybody wrote it down is filled in, and no more."""

from datetime import timedelta

from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import select

from tests.factories import NOW, World
from timebank.models.member import EarlierAccount
from timebank.orm import table_of
from timebank.services.giving.favour_steps import reverse_favour
from timebank.services.giving.favours import log_favour
from timebank.services.membership.households import part_account, share_account
from timebank.services.membership.member_endings import leave_member
from timebank.uow import reading, transact


def rows() -> list[tuple[object, ...]]:
    with reading() as session:
        table = table_of(EarlierAccount)
        return [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key.columns))]


def test_who_shared_and_parted_before_has_their_earlier_accounts(app: Flask, world: World) -> None:
    carl, days = world.actor("carl"), [NOW + timedelta(days=number) for number in range(1, 8)]
    world.logged("ben", "ana", "ben", said="2u")
    world.logged("ana", "ben", "ana", said="15 min")
    transact(share_account, world.uids["ana"], world.uids["hugo"], actor=carl, now=days[0])
    by_ana = world.logged("ben", "ana", "ben", said="1u")
    transact(part_account, world.uids["ana"], 165, "Both agreed", actor=carl, now=days[1])
    transact(reverse_favour, by_ana, "Another day", actor=carl, now=days[2])
    transact(share_account, world.uids["hugo"], world.uids["ann"], actor=carl, now=days[3])
    transact(share_account, world.uids["fay"], world.uids["ana"], actor=carl, now=days[4])
    transact(leave_member, world.uids["ana"], actor=carl, now=days[5])
    helped = world.favour("fay", "ben")
    transact(log_favour, helped, actor=world.actor("ben"), now=days[6])
    written = rows()
    assert len(written) == 2 + 2 + 2 + 2 + 1
    downgrade(revision="0027")
    upgrade()
    filled = rows()
    ana, hugo = world.members["ana"], world.members["hugo"]
    assert [row for row in filled if row[0] == ana] == [row for row in written if row[0] == ana]
    ((_hugo, shared, _since, parted_on, through_version),) = [row for row in filled if row[0] == hugo]
    assert (hugo, shared, parted_on, through_version) in [(*row[:2], *row[3:]) for row in written]
    assert {row[0] for row in filled} == {ana, hugo}
