"""The tests' own PostgreSQL: shared, copied, killed and started again."""

import psycopg
import pytest

from tests import postgres_server
from tests.postgres import GIVEN_URL, own_cluster, shared_cluster

pytestmark = pytest.mark.postgres


def run(url, statement):
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else None


def test_a_template_is_built_once_and_copied():
    built = []

    def build(url):
        built.append(url)
        run(url, "CREATE TABLE quarter (minutes integer)")

    with shared_cluster() as cluster:
        for _ in range(2):
            url = cluster.create_database(template=cluster.template("template_for_copies", build))
            assert run(url, "SELECT count(*) FROM quarter") == [(0,)]
            cluster.drop_database(url)
    assert len(built) == 1


def test_the_settings_that_keep_commits_are_on():
    with shared_cluster() as cluster:
        for name in ("fsync", "full_page_writes", "synchronous_commit"):
            assert run(cluster.admin_url, f"SHOW {name}") == [("on",)]


def test_users_of_the_shared_server_share_it_and_the_last_one_removes_it(monkeypatch):
    monkeypatch.delenv(GIVEN_URL, raising=False)
    monkeypatch.setenv("PYTEST_XDIST_TESTRUNUID", "sharing-is-tested")
    with shared_cluster() as first:
        with shared_cluster() as second:
            assert second.admin_url == first.admin_url
        assert run(first.admin_url, "SELECT 1") == [(1,)]
        folder = first.server.folder
    assert not folder.exists()


def test_a_given_server_is_used_and_left_alone(monkeypatch):
    with own_cluster(durable=False) as real:
        monkeypatch.setenv(GIVEN_URL, real.admin_url)
        with shared_cluster() as cluster:
            url = cluster.create_database()
            with pytest.raises(RuntimeError):
                cluster.kill9()
        names = run(real.admin_url, "SELECT datname FROM pg_database")
        assert (url.rpartition("/")[2],) not in names


@pytest.mark.parametrize("end", ["fast", "immediate", "kill9"])
def test_what_was_committed_is_there_after_the_server_comes_back(end):
    with own_cluster() as cluster:
        url = cluster.create_database()
        run(url, "CREATE TABLE kept (minutes integer)")
        run(url, "INSERT INTO kept VALUES (45)")
        if end == "kill9":
            cluster.kill9()
        else:
            cluster.stop(end)
        with pytest.raises(psycopg.OperationalError):
            run(url, "SELECT 1")
        cluster.start()
        assert run(url, "SELECT minutes FROM kept") == [(45,)]


def test_the_server_from_pip_works_where_debians_is_missing(monkeypatch):
    programs = postgres_server.pip_programs()
    assert programs is not None
    monkeypatch.setattr(postgres_server, "find_programs", lambda: programs)
    with own_cluster(durable=False) as cluster:
        assert run(cluster.create_database(), "SELECT 1") == [(1,)]
