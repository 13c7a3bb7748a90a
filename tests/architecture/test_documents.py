"""What the documents promise is there: links, settings, make targets."""

import re
from dataclasses import fields

import pytest

from tests.architecture.sources import ROOT
from timebank.settings import PREFIX, Settings

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?://|mailto:)([^)#\s]*)(#[^)\s]*)?\)")


def anchors(text):
    titles = re.findall(r"^#+ +(.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: str(each.relative_to(ROOT)))
def test_every_link_leads_somewhere(document):
    text = document.read_text("utf-8")
    for target, anchor in LINK.findall(re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        place = (document.parent / target).resolve() if target else document
        assert place.exists(), f"{target} isn't there"
        if anchor and place.suffix == ".md":
            assert anchor[1:] in anchors(place.read_text("utf-8")), f"{target}{anchor} isn't there"


def test_every_setting_has_its_line_for_the_operator():
    text = (ROOT / "docs" / "operator.md").read_text("utf-8")
    rows = re.findall(rf"^\| `({PREFIX}[A-Z_]+)` \|", text, flags=re.MULTILINE)
    assert sorted(rows) == sorted(PREFIX + field.name.upper() for field in fields(Settings))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: str(each.relative_to(ROOT)))
def test_every_make_target_that_is_named_exists(document):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)`", document.read_text("utf-8")))
    assert named - targets == set()


def test_every_decision_has_a_number_of_its_own():
    numbers = [file.name[:4] for file in (ROOT / "docs" / "adr").glob("[0-9]*.md")]
    assert len(numbers) == len(set(numbers))
