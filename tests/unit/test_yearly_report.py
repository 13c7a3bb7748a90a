"""The yearly report as PDF, workbook and table: the same figures in three languages, readable without colour."""

import csv
import io
from dataclasses import replace

import pypdf
import pytest
import python_calamine
from flask import Flask

from tests.conftest import settings_for
from tests.unit.reporting import CONTENT, STORY, YEAR, content_of, paper_of
from timebank.app import create_app
from timebank.documents.report_words import BLOCK_WORDS, DEFINITIONS, GROUP_WORDS, LINE_WORDS
from timebank.documents.yearly_report import report_csv, report_page, report_pdf, report_xlsx
from timebank.participation.catalogue import favours_by_area, frames_of, members_by_area
from timebank.participation.disclosure.figures import FEW
from timebank.participation.periods import year_of
from timebank.participation.yearly import LINES, Block, told_of
from timebank.web.telling.release_words import TABLE_WORDS

ANNEX = {"nl": "Bijlage", "fr": "Annexe", "en": "Annex"}
TITLES = {"nl": "Verslag van 2025", "fr": "Rapport de 2025", "en": "Report of 2025"}


@pytest.fixture
def place(tmp_path) -> Flask:
    """An app whose database nobody asks."""
    app = create_app(settings_for(f"sqlite:///{tmp_path}/unused.sqlite", tmp_path))
    with app.test_request_context("/en/"):
        yield app


def rows_of(paper, language="en"):
    text = report_csv(paper, language).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.mark.parametrize("language", TITLES)
def test_the_pdf_has_a_title_a_language_and_tags_and_its_first_page_the_key_figures(place, language):
    pdf = pypdf.PdfReader(io.BytesIO(report_pdf(paper_of(CONTENT), language)))
    assert pdf.metadata.title.startswith(TITLES[language])
    assert pdf.trailer["/Root"]["/Lang"] == language
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    first = pdf.pages[0].extract_text()
    assert TITLES[language] in first
    assert "400" in first
    assert "Cora Peeters" in first
    assert "SHA" not in first
    assert ANNEX[language] in pdf.pages[1].extract_text()
    assert len(pdf.pages) <= 12


def test_a_draft_says_so_and_names_nobody(place):
    page = report_page(paper_of(CONTENT, approved=False), "en")
    assert "This is a draft." in page
    assert "Cora" not in page


def test_a_figure_of_few_people_has_words_and_no_number(place):
    rows = {(row[1], row[2]): row for row in rows_of(paper_of(CONTENT))}
    assert rows["Members, by language", "French"][3:5] == ["fewer than 10", "fewer than 10"]
    assert rows["Members, by language", "Another language"][3] == "not told"
    assert rows["Hours of help", ""][3:6] == ["400 hours", "320 hours", "120"]


def test_groups_of_which_none_is_told_share_one_row(place):
    few = tuple(
        replace(each, now=FEW, before=None) if each.code == "ages" else each for each in CONTENT.lines
    )
    page = report_page(paper_of(replace(CONTENT, lines=few)), "en")
    assert "75 to 84" not in page
    assert "Members, by age" in page
    assert (
        len([row for row in rows_of(paper_of(replace(CONTENT, lines=few))) if row[1] == "Members, by age"])
        == 5
    )


def test_the_board_s_edition_tells_from_five_people_on(place):
    assert "fewer than 5" in report_page(paper_of(content_of("board")), "en")


def test_workbook_and_table_say_the_same_and_hold_the_checksum(place):
    paper = paper_of(CONTENT)
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(report_xlsx(paper, "fr")))
    table = rows_of(paper, "fr")
    sheet = book.get_sheet_by_index(0).to_python()
    assert [row[:3] for row in sheet[: len(CONTENT.lines)]] == [
        row[:3] for row in table[: len(CONTENT.lines)]
    ]
    assert paper.report.sha256 in [row[3] for row in table]


def test_a_story_stands_in_its_reader_s_language_and_one_that_was_taken_back_is_gone(place):
    assert "Fatima vient." in report_page(paper_of(CONTENT), "fr")
    english = report_page(paper_of(CONTENT), "en")
    assert 'lang="nl"' in english
    assert "Georgette" in english
    without = report_page(paper_of(CONTENT, stories=()), "en")
    assert "Georgette" not in without
    assert "A report should have three stories." in without
    assert "three stories" not in report_page(paper_of(CONTENT, stories=(STORY,) * 3), "en")


def test_a_name_with_a_sign_in_it_is_text_and_no_markup(place):
    paper = paper_of(CONTENT)
    paper.report.antenna.name = "<b>Heembeek"
    assert "<b>Heembeek" not in report_page(paper, "en")


def test_every_line_and_group_has_its_words(place):
    assert LINE_WORDS.keys() == DEFINITIONS.keys() == LINES.keys()
    assert set(BLOCK_WORDS) == set(Block)
    areas = (members_by_area(["Zenne"]), favours_by_area(["Zenne"]))
    frames = {frame.name: frame for frame in frames_of(year_of(YEAR))}
    assert {*frames, *(frame.name for frame in areas)} == set(TABLE_WORDS)
    assert {group for frame in frames.values() for group in frame.groups} == set(GROUP_WORDS)
    assert told_of([]) == {}
