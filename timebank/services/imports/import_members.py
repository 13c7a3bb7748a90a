"""Members from a sheet, all of one sheet in one transaction."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from timebank.domain.channels import Channel, ContactChannel
from timebank.domain.permissions import Actor
from timebank.models.antenna import Antenna
from timebank.models.importing import ImportBatch
from timebank.services.imports.import_batches import finish_batch
from timebank.services.membership.members import NewMember, add_member
from timebank.services.membership.people import PersonDetails
from timebank.sheets.rows import MemberRow, Progress


def import_members(
    session: Session,
    batch: ImportBatch,
    rows: Sequence[MemberRow],
    *,
    actor: Actor,
    now: datetime,
    on_progress: Progress | None = None,
) -> int:
    """Make a member of every row, with the sheet's number; how many.

    Raises:
        TimebankError: a row can't be taken; then none is.
    """
    antenna = session.get_one(Antenna, batch.antenna_id)
    for place, row in enumerate(rows, 1):
        new = NewMember(
            details=_details(row, antenna.language),
            joined_on=row.joined_on,
            joined_through=Channel.IMPORT,
            number=row.number,
            import_batch_id=batch.id,
        )
        add_member(session, antenna.id, new, actor=actor, now=now)
        if on_progress is not None:
            on_progress(place, len(rows))
    return finish_batch(session, batch, len(rows), actor=actor, now=now)


def _details(row: MemberRow, language: str) -> PersonDetails:
    channel = row.channel
    if channel is ContactChannel.MAIL and not row.email:
        channel = ContactChannel.PHONE
    return PersonDetails(
        given_name=row.given_name,
        family_name=row.family_name,
        language=row.language or language,
        preferred_channel=channel,
        phone=row.phone,
        email=row.email,
        street=row.street,
        house_number=row.house_number,
        postal_code=row.postal_code,
        birth_year=row.birth_year,
    )
