"""Offers and asks of the demo network: what a coordinator finds on a Tuesday morning at nine."""

from dataclasses import replace
from datetime import datetime, timedelta

from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.domain.help import ALL_WEEK, DayPart, Limit, Urgency, part_bit
from timebank.models.antenna import Antenna
from timebank.models.member import Member
from timebank.services.asking.ask_guesses import understand_ask
from timebank.services.asking.asks import make_ask
from timebank.services.asking.new_ask import NewAsk
from timebank.services.asking.new_offer import OfferDetails
from timebank.services.asking.offers import save_offer
from timebank.services.network.actors import actor_of
from timebank.services.promising.proposals import NewProposal, propose
from timebank.uow import reading, transact

MORNINGS = sum(part_bit(day, DayPart.MORNING) for day in range(5))

OFFERS: dict[str, OfferDetails] = {
    "Marcel": OfferDetails(
        likes=("lift", "errands"), words="Ik rijd graag", car_metres=10_000, seats=3, takes_wheelchair=True
    ),
    "Fatima": OfferDetails(
        likes=("phone_and_computer", "paperwork"), may_be_asked=("lift",), car_metres=5_000, seats=1,
        languages=("fr", "nl", "ar"), by_phone=True, free_parts=MORNINGS,
    ),
    "Willy": OfferDetails(likes=("odd_job", "garden"), words="Klusjes zonder ladder", limits=(Limit.NO_STAIRS,)),
    "Youssef": OfferDetails(
        likes=("lift", "public_transport", "odd_job"), car_metres=10_000, seats=3, languages=("fr", "nl"),
        limits=(Limit.NO_CATS,), per_week_max=1,
    ),
    "Lutgarde": OfferDetails(likes=("visit", "phone_call"), by_phone=True, may_be_asked=("cooking",)),
    "Khadija": OfferDetails(likes=("cooking", "visit"), languages=("fr", "tr"), foot_metres=2_000),
    "Georgette": OfferDetails(likes=("phone_call",), by_phone=True, foot_metres=0, free_parts=ALL_WEEK),
}  # fmt: skip

ASKS: list[tuple[str, str, str, Urgency, str]] = [
    (
        "Georgette",
        "Wie kan mij donderdag om half drie naar de oogarts brengen?",
        "card",
        Urgency.URGENT,
        "kapsalon",
    ),
    (
        "Odette",
        "Quelqu’un peut-il m’aider avec ma tablette ? Je ne vois plus les photos",
        "web",
        Urgency.SOON,
        "",
    ),
    ("Lutgarde", "De lamp in de gang is stuk en ik kan niet op een ladder", "card", Urgency.SOON, "apotheek"),
    ("Denise", "J’aimerais bien une visite un matin, je suis souvent seule", "phone", Urgency.SOON, ""),
    ("Jean", "Mijn dochter zoekt iemand om mij twee keer per week te wassen", "phone", Urgency.SOON, ""),
    ("Khadija", "Boodschappen deze week, ik heb de griep", "phone", Urgency.URGENT, ""),
]
"""who asks, the words, through which channel, how urgent, where the card was left"""


def fill_asks(members: dict[str, Member], moment: datetime) -> None:
    """Offers of seven neighbours, six asks, and one question that waits for its answer."""
    with reading() as session:
        cora = actor_of(session, members["Cora"].person_id, now=moment)
        willy = actor_of(session, members["Willy"].person_id, now=moment)
    for name, offer in OFFERS.items():
        transact(save_offer, members[name].uid, offer, actor=cora, now=moment - timedelta(days=20))
    for number, (name, words, channel, urgency, place) in enumerate(ASKS):
        member = members[name]
        with reading() as session:
            antenna = session.get_one(Antenna, member.antenna_id)
            day = local_day(moment, antenna.timezone)
            understood = understand_ask(session, antenna, words, today=day).details
            asker = actor_of(session, member.person_id, now=moment)
        writer = {"web": asker, "card": willy}.get(channel, cora)
        new = NewAsk(
            antenna_id=member.antenna_id,
            words=words,
            member_id=member.id,
            channel=Channel(channel),
            drop_point=place,
            details=replace(understood, urgency=urgency, repeat_days=None),
        )
        ask = transact(make_ask, new, actor=writer, now=moment - timedelta(hours=20 - number))
        if name == "Denise":
            question = NewProposal(member_id=members["Khadija"].id)
            transact(propose, ask.uid, question, actor=cora, now=moment - timedelta(hours=3))
