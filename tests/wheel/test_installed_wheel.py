"""The wheel, as an operator gets it: built, installed far from the checkout, migrated, served."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 40

pytestmark = pytest.mark.wheel


def run(*command, cwd, **environ):
    done = subprocess.run(
        [str(each) for each in command],
        cwd=cwd,
        env=clean_environment() | environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def clean_environment():
    """Nothing that could lead back into the checkout, nor settings of whoever runs the tests."""
    hidden = ("TIMEBANK_", "PYTHONPATH", "FLASK_", "VIRTUAL_ENV", "COV_", "COVERAGE_")
    return {name: value for name, value in os.environ.items() if not name.startswith(hidden)}


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A virtual environment with the locked dependencies and the wheel, built from the source archive."""
    place = tmp_path_factory.mktemp("elsewhere")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", place / "dist", ROOT, cwd=place)
    (wheel,) = (place / "dist").glob("*.whl")
    run(sys.executable, "-m", "venv", place / "venv", cwd=place)
    pip = (place / "venv" / "bin" / "python", "-m", "pip", "install", "--quiet")
    run(*pip, "-r", ROOT / "requirements.lock", cwd=place)
    run(*pip, "--no-deps", wheel, cwd=place)
    return place


@pytest.fixture
def settings(tmp_path):
    return {
        "TIMEBANK_ENV": "production",
        "TIMEBANK_SECRET_KEY": "for-this-test-only-" * 3,
        "TIMEBANK_DATABASE_URL": f"sqlite:///{tmp_path / 'books.sqlite'}",
        "TIMEBANK_OUTBOX_DIR": str(tmp_path / "outbox"),
    }


def fetch(url):
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status, answer.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode("utf-8", errors="replace")


def wait_for(url, server):
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        assert server.poll() is None, server.communicate()[0][-3000:]
        try:
            return fetch(url)
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"nothing answers at {url}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_the_locked_packages_fit_together(installed):
    run(installed / "venv" / "bin" / "python", "-m", "pip", "check", cwd=installed)


def test_the_wheel_migrates_serves_a_page_and_proves_its_books(installed, settings):
    programs = installed / "venv" / "bin"
    run(programs / "flask", "--app", "timebank.app", "db", "upgrade", cwd=installed, **settings)
    run(programs / "flask", "--app", "timebank.app", "check-books", cwd=installed, **settings)
    found = run(programs / "python", "-c", "import timebank; print(timebank.__file__)", cwd=installed)
    package = Path(found.strip()).parent
    assert package.is_relative_to(installed)
    address = f"127.0.0.1:{free_port()}"
    server = subprocess.Popen(
        [
            programs / "gunicorn",
            "--config",
            package / "config" / "gunicorn.conf.py",
            "timebank.app:create_app()",
        ],
        cwd=installed,
        env=clean_environment() | settings | {"TIMEBANK_BIND": address},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        status, _ = wait_for(f"http://{address}/healthz", server)
        assert status == 200
        for language in ("nl", "fr", "en"):
            status, page = fetch(f"http://{address}/{language}/")
            assert status == 200
            assert f'lang="{language}"' in page
        status, style = fetch(f"http://{address}/static/css/base.css")
        assert status == 200
        assert style
    finally:
        server.terminate()
        lines = server.communicate(timeout=SECONDS)[0]
    assert '"route": "/healthz"' in lines
    assert "Traceback" not in lines
