"""What import-linter can't see. Each rule is also tried on a planted violation."""

import subprocess

import pytest

from tests.architecture.sources import (
    PACKAGE,
    ROOT,
    clock_reads,
    commits,
    greenwich_days,
    long_functions,
    parse,
    sources,
    undocumented,
    unguarded_routes,
)

MOST_FILE_LINES = 299
MOST_FUNCTION_LINES = 39
TOP_LEVEL = {
    "timebank", "migrations", "templates", "static", "config", "wsgi.py", "pyproject.toml", "tests",
    "README.md", "CHANGELOG.md",
    "docs", "benchmarks", "Makefile", "requirements.lock", "requirements-dev.lock", "LICENSE",
}  # fmt: skip


def test_only_the_unit_of_work_ends_transactions():
    others = [each for each in sources("timebank") if each.path != PACKAGE / "uow.py"]
    assert [place for source in others for place in commits(source)] == []


def test_a_planted_commit_is_seen():
    assert list(commits(parse("def log_favour(session):\n    session.commit()"))) == ["planted.py:2"]


def test_only_the_clock_reads_the_clock():
    others = [each for each in sources("timebank") if each.path != PACKAGE / "clock.py"]
    assert [place for source in others for place in clock_reads(source)] == []


@pytest.mark.parametrize(
    "call", ["datetime.now(UTC)", "date.today()", "time.time()", "datetime.datetime.utcnow()"]
)
def test_a_planted_look_at_the_clock_is_seen(call):
    assert list(clock_reads(parse(f"x = {call}"))) == ["planted.py:1"]


def test_a_day_is_a_day_where_people_live():
    assert [place for source in sources("timebank") for place in greenwich_days(source)] == []


@pytest.mark.parametrize("planted", ["now.date()", "moment.date()", "now().date()"])
def test_a_planted_day_of_greenwich_is_seen(planted):
    assert list(greenwich_days(parse(f"x = {planted}"))) == ["planted.py:1"]


def test_every_route_says_who_may_come_in():
    assert [place for source in sources("timebank") for place in unguarded_routes(source)] == []


@pytest.mark.parametrize(
    "planted",
    [
        "@pages.get('/x')\ndef x(): ...",
        "@access('member')\n@pages.route('/x')\ndef x(): ...",
        "@blp.route('/x')\nclass X(MethodView):\n @access('x')\n def get(self): ...\n def post(self): ...",
        "pages.add_url_rule('/x', view_func=x)",
    ],
)
def test_a_planted_open_route_is_seen(planted):
    assert len(list(unguarded_routes(parse(planted)))) == 1


@pytest.mark.parametrize(
    "kept",
    [
        "@pages.get('/x')\n@access('member')\ndef x(): ...",
        "@blp.route('/x')\nclass X(MethodView):\n    @access('member')\n    def get(self): ...",
        "@dataclass\nclass Row:\n    def get(self): ...",
        "@cache.cached\ndef x(): ...",
    ],
)
def test_a_guarded_route_and_what_is_no_route_pass(kept):
    assert list(unguarded_routes(parse(kept))) == []


def test_files_stay_short_enough_to_read_at_once():
    read = sources("timebank", "tests", "migrations", "config", "benchmarks")
    # A migration is history: never edited again, and read beside the schema it makes.
    read = [each for each in read if each.path.parent.name != "versions"]
    lines = {str(each.path.relative_to(ROOT)): len(each.text.splitlines()) for each in read}
    assert {name: count for name, count in lines.items() if count > MOST_FILE_LINES} == {}


def test_functions_fit_on_a_screen():
    read = sources("timebank", "config", "benchmarks")
    assert [place for source in read for place in long_functions(source, MOST_FUNCTION_LINES)] == []


def test_a_planted_long_function_is_seen_and_its_docstring_does_not_count():
    body = "    x = 1\n" * MOST_FUNCTION_LINES
    assert len(list(long_functions(parse(f"def f():\n{body}"), MOST_FUNCTION_LINES))) == 1
    fits = "    x = 1\n" * (MOST_FUNCTION_LINES - 1)
    documented = f'def f():\n    """Says\n\n    much.\n    """\n{fits}'
    assert list(long_functions(parse(documented), MOST_FUNCTION_LINES)) == []


def test_every_public_name_is_described():
    assert [place for source in sources("timebank") for place in undocumented(source)] == []


def test_a_planted_bare_name_is_seen():
    assert len(list(undocumented(parse("def f(): ...\nclass A:\n    def g(self): ...")))) == 4


def test_nothing_is_left_for_later():
    marks = ("TO" + "DO", "FIX" + "ME", "NotImplemented" + "Error", "X" + "XX:")
    read = sources("timebank", "tests", "migrations", "config", "benchmarks")
    found = [f"{each.path.relative_to(ROOT)}: {mark}" for each in read for mark in marks if mark in each.text]
    assert found == []


def test_the_top_level_holds_what_it_should():
    if not (ROOT / ".git").exists():
        pytest.skip("an unpacked archive has no list of what is kept")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    top = {line.split("/")[0] for line in listed.stdout.splitlines()}
    assert {name for name in top if not name.startswith(".")} - TOP_LEVEL == set()
