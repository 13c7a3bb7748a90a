"""What every import ends with, whatever was in its sheet."""

from datetime import datetime

from sqlalchemy.orm import Session

from timebank.domain.channels import Channel
from timebank.domain.permissions import Actor
from timebank.models.importing import ImportBatch, ImportState
from timebank.services.audit import write_down


def finish_batch(session: Session, batch: ImportBatch, count: int, *, actor: Actor, now: datetime) -> int:
    """The batch is posted, its sheet isn't kept any longer, and the audit says how many rows; ``count``."""
    batch.state, batch.posted_at, batch.content = ImportState.POSTED, now, None
    write_down(
        session,
        f"import_{batch.kind.value}",
        actor=actor,
        now=now,
        antenna_id=batch.antenna_id,
        subject=f"import:{batch.uid}",
        channel=Channel.IMPORT,
        detail={"count": count},
    )
    session.flush()
    return count
