"""Helping over the border in the demo network: both antennas agree, and each asks the other for someone."""

from datetime import datetime, timedelta

from timebank.domain.channels import Channel
from timebank.domain.days import local_day
from timebank.models.antenna import Antenna
from timebank.models.member import Member
from timebank.services.asking.ask_guesses import understand_ask
from timebank.services.asking.asks import make_ask
from timebank.services.asking.new_ask import NewAsk
from timebank.services.asking.new_offer import OfferDetails
from timebank.services.asking.offers import save_offer
from timebank.services.matchmaking.pools import PoolDecision, agree_to_pool, propose_pool
from timebank.services.network.actors import actor_of
from timebank.services.promising.proposals import NewProposal, propose
from timebank.uow import reading, transact

MONIQUE = OfferDetails(
    likes=("phone_and_computer", "paperwork"), by_phone=True, languages=("fr", "nl"), over_border=True
)
GINETTE = OfferDetails(likes=("visit", "phone_call"), by_phone=True, languages=("fr",), over_border=True)

ASKS: list[tuple[str, str, str, str]] = [
    ("Lucienne", "Pouvez-vous m’aider à remplir un papier de la commune ?", "Monique", "Cora"),
    ("Monique", "J’aimerais qu’on me téléphone le soir, je vis seule", "Ginette", "Dov"),
]
"""who asks, the words, who of the other antenna is asked for, by which coordinator"""


def fill_border(members: dict[str, Member], moment: datetime) -> None:
    """An agreement of last month, two who are willing, and on each desk a question from the other side."""
    here, there = members["Cora"].antenna_id, members["Dov"].antenna_id
    began = moment - timedelta(days=20)
    with reading() as session:
        actors = {name: actor_of(session, members[name].person_id, now=moment) for name in ("Cora", "Dov")}
        slugs = {each: session.get_one(Antenna, each).slug for each in (here, there)}
        day = local_day(began, session.get_one(Antenna, here).timezone)
    transact(propose_pool, here, slugs[there], PoolDecision(day, "Het team"), actor=actors["Cora"], now=began)
    transact(agree_to_pool, there, slugs[here], PoolDecision(day, "L’équipe"), actor=actors["Dov"], now=began)
    for name, offer, by in (("Monique", MONIQUE, "Dov"), ("Ginette", GINETTE, "Cora")):
        transact(save_offer, members[name].uid, offer, actor=actors[by], now=began)
    for asker, words, helper, by in ASKS:
        antenna_id = members[asker].antenna_id
        with reading() as session:
            antenna = session.get_one(Antenna, antenna_id)
            today = local_day(moment, antenna.timezone)
            details = understand_ask(session, antenna, words, today=today).details
        new = NewAsk(antenna_id, words, members[asker].id, channel=Channel.PHONE, details=details)
        ask = transact(make_ask, new, actor=actors[by], now=moment - timedelta(hours=5))
        question = NewProposal(member_id=members[helper].id)
        transact(propose, ask.uid, question, actor=actors[by], now=moment - timedelta(hours=4))
