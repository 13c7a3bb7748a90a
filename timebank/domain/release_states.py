"""The life of a release: prepared, then approved or refused by the antenna; see ``domain.states``."""

import enum
from collections.abc import Mapping


class ReleaseAudience(enum.StrEnum):
    """For whom a release is made. What is public goes to each partner too."""

    PARTNER = "partner"
    PUBLIC = "public"
    BOARD = "board"


class ReleaseState(enum.StrEnum):
    """Where a release is. Only what is approved leaves the antenna, and that for good."""

    PREPARED = "prepared"
    APPROVED = "approved"
    REFUSED = "refused"


class ReleaseStep(enum.StrEnum):
    """What the antenna can do with a release."""

    APPROVE = "approve"
    REFUSE = "refuse"


RELEASE_STEPS: Mapping[tuple[ReleaseState, ReleaseStep], ReleaseState] = {
    (ReleaseState.PREPARED, ReleaseStep.APPROVE): ReleaseState.APPROVED,
    (ReleaseState.PREPARED, ReleaseStep.REFUSE): ReleaseState.REFUSED,
}
