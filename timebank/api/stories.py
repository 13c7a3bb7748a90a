"""``/api/v1/stories``: what neighbours told, with their yes; withdrawn by one request."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import Response
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from timebank.api.door import actor_with, keyed, once, paged, precondition, tagged, whole_cursor
from timebank.api.schemas import PageQuery
from timebank.api.story_schemas import KeptStorySchema, NewStorySchema, StoryChange, StoryList, StorySchema
from timebank.auth import SIGNED_IN, access
from timebank.clock import now
from timebank.domain.channels import Channel
from timebank.domain.permissions import Actor
from timebank.models.story import Story
from timebank.services.telling.stories import (
    add_story,
    change_story,
    details_of,
    find_story,
    name_of,
    withdraw_story,
)
from timebank.services.telling.story_checks import StoryDetails
from timebank.services.telling.story_lists import stories_page
from timebank.uow import reading, transact

blp = Blueprint(
    "api_stories", __name__, url_prefix="/api/v1/stories", description="What neighbours told, with their yes."
)


def encode(story: Story) -> dict[str, Any]:
    """A story as the API tells it to who may read it."""
    plain = set(StorySchema().fields) - {"antenna", "member", "name"}
    known = {name: getattr(story, name) for name in plain} | {
        "antenna": story.antenna.slug,
        "member": story.member.uid,
        "name": name_of(story.member.person, story.name_shown),
    }
    body: dict[str, Any] = StorySchema().dump(known)
    return body


def encode_kept(story: Story) -> dict[str, Any]:
    """What is kept of an answer under its key: nothing that has to be erased one day."""
    known = {"uid": story.uid, "antenna": story.antenna.slug, "withdrawn_at": story.withdrawn_at}
    body: dict[str, Any] = KeptStorySchema().dump(known)
    return body


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(PageQuery, location="query")
@blp.response(200, StoryList)
def index(page: dict[str, Any]) -> Response:
    """Your own stories, and those of the antennas that you coordinate."""
    actor, limit = actor_with("stories:read"), page["limit"]
    with reading() as session:
        rows = stories_page(session, actor=actor, before=whole_cursor(page), limit=limit + 1)
        return paged([encode(each) for each in rows[:limit]], rows[limit - 1].id if rows[limit:] else None)


@blp.post("")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(NewStorySchema)
@blp.response(201, KeptStorySchema)
def create(new: dict[str, Any]) -> Response:
    """Write down what a member told, with their yes, as a coordinator."""
    actor, told = actor_with("stories:write"), dict(new)
    member = told.pop("member")
    return once(201, encode_kept, add_story, member, StoryDetails(**_typed(told)), actor=actor, now=now())


@blp.get("/<uuid:uid>")
@access(SIGNED_IN)
@blp.response(200, StorySchema)
def show(uid: UUID) -> Response:
    """One story, with its ETag."""
    actor = actor_with("stories:read")
    with reading() as session:
        story = find_story(session, uid, actor=actor)
        return tagged(encode(story), story.version)


@blp.patch("/<uuid:uid>")
@access(SIGNED_IN)
@precondition(blp)
@blp.arguments(StoryChange)
@blp.response(200, StorySchema)
def change(changes: dict[str, Any], uid: UUID, *, version: int) -> Response:
    """Other words, another use or another end, with a new yes."""
    actor = actor_with("stories:write")
    return tagged(*transact(_change, uid, changes, version=version, actor=actor))


@blp.post("/<uuid:uid>/withdraw")
@access(SIGNED_IN)
@keyed(blp)
@blp.response(200, KeptStorySchema)
def withdraw(uid: UUID) -> Response:
    """The teller doesn't want it any more: the text is erased at once, and for good."""
    actor = actor_with("stories:write")
    return once(200, encode_kept, withdraw_story, uid, actor=actor, now=now())


def _change(
    session: Session, uid: UUID, changes: dict[str, Any], *, version: int, actor: Actor
) -> tuple[dict[str, Any], int]:
    story = find_story(session, uid, actor=actor)
    details = replace(details_of(story), **_typed(changes))
    story = change_story(session, uid, details, version=version, actor=actor, now=now())
    session.refresh(story)
    return encode(story), story.version


def _typed(told: dict[str, Any]) -> dict[str, Any]:
    values = dict(told)
    if "uses" in values:
        values["uses"] = tuple(values["uses"])
    if "consent_channel" in values:
        values["consent_channel"] = Channel(values["consent_channel"])
    return values
