"""What the questions about what people do together need: a story, a gathering, a round of the questionnaire."""

import io
import uuid
from datetime import timedelta

from PIL import Image

from tests.factories import World
from timebank.documents.photos import clean_photo
from timebank.domain.scales import Scale
from timebank.models.story import StoryUse
from timebank.services.measuring.gatherings import GatheringDetails, plan_gathering
from timebank.services.measuring.questionnaires import NewRound, open_round
from timebank.services.telling.stories import add_story
from timebank.services.telling.story_checks import StoryDetails
from timebank.services.telling.story_photos import NewPhoto, put_photo
from timebank.uow import transact


def story_of_ben(world: World) -> uuid.UUID:
    """With a yes to the report, for a month."""
    day = (world.now + timedelta(days=30)).date()
    told = StoryDetails("She came by", "nl", (StoryUse.REPORT,), day, agreed=True, witness="Cora")
    return transact(add_story, world.uids["ben"], told, actor=world.actor("cora"), now=world.now).uid


def with_photo(world: World, story: uuid.UUID) -> uuid.UUID:
    """The same story with a photo of one pixel beside it."""
    made = clean_photo(png())
    new = NewPhoto(made.jpeg, made.width, made.height, "Two women", agreed=True, witness="Cora")
    return transact(put_photo, story, new, actor=world.actor("cora"), now=world.now).uid


def png(width: int = 40, height: int = 30) -> bytes:
    """A red picture."""
    kept = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(kept, "PNG")
    return kept.getvalue()


def coffee_today(world: World) -> uuid.UUID:
    """A gathering that can be ticked."""
    coffee = GatheringDetails("Coffee", world.now.date())
    return transact(plan_gathering, world.antenna, coffee, actor=world.actor("cora"), now=world.now).uid


def round_of_questions(world: World) -> uuid.UUID:
    """One that runs; a second one in these days would be refused."""
    day = world.now.date()
    new = NewRound(Scale.UCLA, day, day + timedelta(days=30))
    return transact(open_round, world.antenna, new, actor=world.actor("cora"), now=world.now).uid
