"""Stories of the demo network, in Dutch and French; who tells them is invented."""

from datetime import datetime, timedelta

from timebank.domain.channels import Channel
from timebank.models.member import Member
from timebank.models.story import NameShown, StoryUse
from timebank.services.network.actors import actor_of
from timebank.services.telling.stories import add_story
from timebank.services.telling.story_checks import StoryDetails
from timebank.uow import reading, transact

STORIES = [
    (
        "Georgette",
        NameShown.FIRST,
        "Ik durfde niets vragen. Toen viel mijn lamp uit en belde ik toch. Marcel stond er binnen het uur,"
        " en hij bleef voor koffie. Nu bel ik hem als zijn kleinzoon hulp zoekt met Frans.",
        "Je n’osais rien demander. Puis ma lampe s’est éteinte et j’ai quand même appelé. Marcel était là dans"
        " l’heure, et il est resté pour le café. Maintenant je l’appelle quand son petit-fils cherche de l’aide"
        " en français.",
    ),
    (
        "Marcel",
        NameShown.FULL,
        "Elke donderdag rijd ik iemand naar de markt. Vroeger reed ik alleen. De weg is even lang,"
        " maar de week is korter geworden.",
        "Chaque jeudi, je conduis quelqu’un au marché. Avant, j’y allais seul. La route est aussi longue,"
        " mais la semaine est devenue plus courte.",
    ),
    (
        "Odette",
        NameShown.NONE,
        "Je n’ai pas d’ordinateur et personne ne m’en veut. On m’appelle le matin, on me demande si ça va,"
        " et une fois par semaine c’est moi qui appelle une autre.",
        "Ik heb geen computer en niemand neemt me dat kwalijk. Ze bellen me 's morgens en vragen hoe het gaat,"
        " en één keer per week bel ik zelf iemand anders.",
    ),
]
"""who told it, the name under it, in their own language, in the other one"""


def fill_stories(members: dict[str, Member], moment: datetime) -> None:
    """Three stories with a yes to every use."""
    with reading() as session:
        coordinator = actor_of(session, members["Cora"].person_id, now=moment)
    for weeks, (name, shown, words, translation) in enumerate(STORIES, 1):
        french = name == "Odette"
        at = moment - timedelta(weeks=weeks)
        told = StoryDetails(
            words=words,
            language="fr" if french else "nl",
            translated_to="nl" if french else "fr",
            translation=translation,
            uses=tuple(StoryUse),
            use_until=(at + timedelta(days=2 * 365)).date(),
            agreed=True,
            witness=coordinator.name,
            name_shown=shown,
            consent_channel=Channel.SLIP,
        )
        transact(add_story, members[name].uid, told, actor=coordinator, now=at)
