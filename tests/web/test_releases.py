"""Releases by the pages: nothing leaves before a checked yes, and the partner reads only what was told."""

import csv
import io
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.factories import World, make_world, sign_in
from tests.unit.services.releasing import busy_year
from tests.unit.services.test_release_areas import bring_in, street_of
from tests.web.test_pages import check_page
from timebank.clock import now
from timebank.domain.channels import LANGUAGES
from timebank.domain.permissions import SYSTEM
from timebank.domain.release_states import ReleaseAudience, ReleaseStep
from timebank.models.release import Release
from timebank.participation.periods import Period, quarter_of, year_of
from timebank.services.network.antennas import add_partner
from timebank.services.telling.releases import decide_release, prepare_release
from timebank.uow import reading, transact

LATER = datetime(2026, 1, 20, 9, 0, tzinfo=UTC)
ALL_OF_2025 = [*(quarter_of(2025, number) for number in (1, 2, 3, 4)), year_of(2025)]


@pytest.fixture
def world(app) -> World:
    world = make_world(now())
    transact(busy_year, world.antenna, 2025)
    return world


def prepared(world: World, period: Period = ALL_OF_2025[0], **changes: object) -> str:
    return str(transact(prepare_release, world.antenna, period, now=LATER, **changes).uid)


def told(world: World, *periods: Period, audience: ReleaseAudience = ReleaseAudience.PARTNER) -> list[str]:
    uids = []
    for period in periods:
        made = transact(prepare_release, world.antenna, period, audience, now=LATER)
        actor = world.actor("cora", now=now())
        transact(decide_release, made.uid, ReleaseStep.APPROVE, actor=actor, now=now())
        uids.append(str(made.uid))
    return uids


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_whole(client: FlaskClient, world: World, language: str) -> None:
    sign_in(client, world, "pia")
    check_page(client, f"/{language}/partner/heembeek", language)
    approved = told(world, *ALL_OF_2025)
    told(world, *ALL_OF_2025, audience=ReleaseAudience.PUBLIC)
    waiting = prepared(world, audience=ReleaseAudience.BOARD)
    for page in (
        "partner",
        "guide/partner",
        "partner/heembeek",
        f"releases/{approved[-1]}",
        "antennas/heembeek",
        "",
    ):
        check_page(client, f"/{language}/{page}", language)
    sign_in(client, world, "cora")
    for page in ("antennas/heembeek/releases", f"releases/{waiting}", "network", "partner/heembeek"):
        check_page(client, f"/{language}/{page}", language)


def test_figures_are_told_after_a_checked_yes_and_to_nobody_before(client: FlaskClient, world: World) -> None:
    address = f"/en/releases/{prepared(world)}"
    sign_in(client, world, "pia")
    assert client.get(address).status_code == 404
    assert "Nothing was told yet" in client.get("/en/partner/heembeek").text
    sign_in(client, world, "cora")
    assert "Choose yes or no." in client.post(address, data={}).text
    check = client.post(address, data={"step": "approve", "request_token": "t"})
    assert "Is this right?" in check.text
    assert "waits for your yes" in client.get("/en/antennas/heembeek/releases").text
    for _twice in range(2):
        done = client.post(address, data={"step": "approve", "checked": "yes", "request_token": "t"})
        assert done.status_code == 302
    sign_in(client, world, "pia")
    page = client.get("/en/partner/heembeek").text
    assert "Quarter 1 of 2025: about 30 neighbours helped, and about 30 were helped." in page


def test_a_no_keeps_its_word_when_it_is_checked(client: FlaskClient, world: World) -> None:
    address = f"/en/releases/{prepared(world)}"
    sign_in(client, world, "tess")
    answers = {"step": "refuse", "refusal": "March is missing", "request_token": "t"}
    assert "Say in a few words what is wrong." in client.post(address, data=answers | {"refusal": ""}).text
    assert "March is missing" in client.post(address, data=answers).text
    assert "March is missing" in client.post(address, data=answers | {"change": "yes"}).text
    client.post(address, data=answers | {"checked": "yes"})
    assert "March is missing" in client.get(address).text


def test_a_coordinator_prepares_figures_once(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    address = "/en/antennas/heembeek/releases"
    assert client.post(address, data={}).status_code == 422
    page = client.get(address).text
    code = page.split('name="period" value="')[1].split('"')[0]
    answers = {"period": code, "audience": "partner", "request_token": "t"}
    first, again = client.post(address, data=answers), client.post(address, data=answers)
    assert first.status_code == 302
    assert first.location == again.location
    refused = client.post(address, data=answers | {"request_token": "u"})
    assert "told or prepared already" in refused.text
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(Release)) == 1


def test_the_partner_sees_last_year_beside_this_one_and_the_trend(client: FlaskClient, world: World) -> None:
    transact(busy_year, world.antenna, 2024, first_number=3000)
    told(world, *(quarter_of(2024, number) for number in (3, 4)), year_of(2024), *ALL_OF_2025)
    sign_in(client, world, "pia")
    page = client.get("/en/partner/heembeek").text
    assert "Neighbours who helped, each quarter" in page
    assert "<svg" in page
    assert ">2024<" in page.replace("\n", "")
    assert "about 120" in page


def test_a_sheet_holds_every_figure(client: FlaskClient, world: World) -> None:
    (uid,) = told(world, ALL_OF_2025[0])
    sign_in(client, world, "pia")
    answer = client.get(f"/en/releases/{uid}/csv")
    rows = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 1 + 40
    assert ["Help between neighbours", "The whole antenna", "All together", "Helped", "30", "10"] in rows
    assert ["Help between neighbours", "The whole antenna", "All together", "Hours", "30", "10"] in rows
    assert client.get(f"/en/releases/{uid}/xlsx").data[:2] == b"PK"


def test_the_box_may_be_framed_and_nothing_else_may(client: FlaskClient, world: World) -> None:
    told(world, ALL_OF_2025[0])
    told(world, ALL_OF_2025[0], audience=ReleaseAudience.PUBLIC)
    box = client.get("/nl/antennas/heembeek/embed")
    assert "frame-ancestors *" in box.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in box.headers
    assert "<script" not in box.text
    assert "ongeveer 30 buren hielpen" in box.text
    page = client.get("/nl/antennas/heembeek")
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    assert "ongeveer 30 buren hielpen" in page.text


def test_what_is_for_the_partner_alone_is_on_no_public_page(client: FlaskClient, world: World) -> None:
    told(world, ALL_OF_2025[0])
    for page in ("antennas/heembeek", "antennas/heembeek/embed"):
        assert "neighbours helped" not in client.get(f"/en/{page}").text


def test_someone_whose_mandate_is_over_reads_nothing(client: FlaskClient, world: World) -> None:
    (uid,) = told(world, ALL_OF_2025[0])
    sign_in(client, world, "pia")
    assert client.get(f"/en/releases/{uid}").status_code == 200
    transact(end_mandates_of, world.people["pia"])
    assert client.get(f"/en/releases/{uid}").status_code == 404
    assert client.get("/en/partner").status_code in (403, 404)


def end_mandates_of(session, person_id: int) -> None:
    from timebank.models.antenna import RoleMandate

    for mandate in session.scalars(select(RoleMandate).where(RoleMandate.person_id == person_id)):
        mandate.ended_at = now()


def test_a_partner_reads_its_antennas_added_up_where_all_are_shown(client: FlaskClient, world: World) -> None:
    marolles = world.antennas["marolles"]
    transact(busy_year, marolles, 2025)
    transact(add_partner, "LDC Icarus", [marolles], actor=SYSTEM, now=now())
    told(world, ALL_OF_2025[0])
    sign_in(client, world, "pia")
    alone = client.get("/en/partner").text
    assert "nothing told yet" in alone
    assert "<tfoot" not in alone
    made = transact(prepare_release, marolles, ALL_OF_2025[0], now=LATER)
    transact(decide_release, made.uid, ReleaseStep.APPROVE, actor=world.actor("dov", now=now()), now=now())
    both = client.get("/en/partner").text.partition("<tfoot")[2]
    assert both.count("about 60") == 3


def told_by_two(world: World, *periods: Period) -> None:
    """Heembeek and Marolles, which the partner supports as well, each told these."""
    marolles = world.antennas["marolles"]
    transact(add_partner, "LDC Icarus", [marolles], actor=SYSTEM, now=now())
    told(world, *periods)
    for period in periods:
        made = transact(prepare_release, marolles, period, now=LATER)
        transact(
            decide_release, made.uid, ReleaseStep.APPROVE, actor=world.actor("dov", now=now()), now=now()
        )


def test_all_antennas_stand_on_one_page_with_a_year_beside_the_last(
    client: FlaskClient, world: World
) -> None:
    transact(busy_year, world.antennas["marolles"], 2025)
    told_by_two(world, *ALL_OF_2025)
    sign_in(client, world, "pia")
    page = client.get("/en/partner").text
    assert "2025 beside the year before" in page
    assert "Helped, 2025" in page
    assert "added up: Heembeek, Marolles" in page
    assert "From about 60 in quarter 1/2025 to about 60 in quarter 4/2025." in page
    assert page.count('class="chart"') == 3
    assert "How to read these figures" in page
    check_page(client, "/fr/partner", "fr")


def test_a_sum_is_not_told_where_one_antenna_is_not_shown(client: FlaskClient, world: World) -> None:
    told_by_two(world, *ALL_OF_2025)
    sign_in(client, world, "pia")
    page = client.get("/en/partner").text
    assert "<tfoot" not in page
    assert "From not told in quarter 1/2025" in page


def test_an_antenna_that_came_later_is_no_growth(client: FlaskClient, world: World) -> None:
    marolles = world.antennas["marolles"]
    transact(busy_year, marolles, 2025)
    transact(add_partner, "LDC Icarus", [marolles], actor=SYSTEM, now=now())
    told(world, *ALL_OF_2025[:3])
    made = transact(prepare_release, marolles, ALL_OF_2025[2], now=LATER)
    transact(decide_release, made.uid, ReleaseStep.APPROVE, actor=world.actor("dov", now=now()), now=now())
    sign_in(client, world, "pia")
    page = client.get("/en/partner").text
    assert "added up" not in page
    assert page.count('class="chart"') == 1


def test_an_antenna_that_is_late_stays_in_the_line(client: FlaskClient, world: World) -> None:
    transact(busy_year, world.antennas["marolles"], 2025)
    told_by_two(world, *ALL_OF_2025[:2])
    told(world, ALL_OF_2025[2])
    sign_in(client, world, "pia")
    assert "From about 60 in quarter 1/2025 to about 60 in quarter 2/2025." in client.get("/en/partner").text


def test_one_who_supports_nothing_reads_the_guide_and_no_figures(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "dov")
    assert client.get("/en/guide/partner").status_code == 200
    assert client.get("/en/partner").status_code == 404


def test_areas_stand_on_the_page_and_in_the_sheet_by_their_names(client: FlaskClient, world: World) -> None:
    transact(street_of, world, first_number=3000)
    bring_in(world)
    (uid,) = told(world, year_of(2025))
    sign_in(client, world, "pia")
    for language, words in (
        ("nl", "Hulp tussen buren, per gebied: West"),
        ("fr", "par quartier\u00a0: West"),
    ):
        check_page(client, f"/{language}/releases/{uid}", language)
        assert words in client.get(f"/{language}/releases/{uid}").text
    rows = csv.reader(
        io.StringIO(client.get(f"/en/releases/{uid}/csv").data.decode("utf-8-sig")), delimiter=";"
    )
    found = [row for row in rows if row[1] == "West" and row[0] == "Help between neighbours, by area"]
    assert ["All together", "Helped", "30", "10"] in [row[2:] for row in found]
