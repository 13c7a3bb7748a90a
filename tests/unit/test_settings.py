"""Settings: what is refused, and that all of it is said at once."""

from pathlib import Path

import pytest

from timebank.settings import DEVELOPMENT_KEY, Settings, SettingsError

PRODUCTION = {
    "TIMEBANK_ENV": "production",
    "TIMEBANK_SECRET_KEY": "k3y" * 12,
    "TIMEBANK_BASE_URL": "https://uren.example.org/",
}


def faults_of(environ):
    with pytest.raises(SettingsError) as caught:
        Settings.from_env(environ)
    return caught.value.faults


def test_nothing_set_gives_a_development_installation_in_the_checkout():
    settings = Settings.from_env({})
    assert settings.env == "development"
    assert settings.secret_key == DEVELOPMENT_KEY
    assert settings.database_url.startswith("sqlite:////")
    assert settings.database_url.endswith("/instance/timebank.sqlite")
    assert settings.bind == "127.0.0.1:8000"
    assert settings.workers == 2
    assert not settings.production
    assert not settings.https
    assert settings.allowed_hosts == ()


def test_production_answers_to_the_host_of_its_own_address_only():
    settings = Settings.from_env(PRODUCTION)
    assert settings.production
    assert settings.https
    assert settings.base_url == "https://uren.example.org"
    assert settings.allowed_hosts == ("uren.example.org",)


def test_named_hosts_replace_that_of_the_address():
    settings = Settings.from_env(PRODUCTION | {"TIMEBANK_TRUSTED_HOSTS": "a.example.org, b.example.org"})
    assert settings.allowed_hosts == ("a.example.org", "b.example.org")


@pytest.mark.parametrize(
    ("variable", "value", "kept"),
    [
        ("DATABASE_URL", "postgresql://db/uren", "postgresql://db/uren"),
        ("PROXY_HOPS", "1", 1),
        ("MAX_CONTENT_LENGTH", "2000000", 2_000_000),
        ("LOG_LEVEL", "WARNING", "WARNING"),
        ("DEFAULT_LANGUAGE", "fr", "fr"),
        ("DEMO", "yes", True),
        ("DEMO", "off", False),
        ("BIND", "unix:/run/timebank/socket", "unix:/run/timebank/socket"),
        ("BIND", "[::1]:8000", "[::1]:8000"),
        ("WORKERS", "4", 4),
        ("TIMEOUT_SECONDS", "30", 30),
        ("MAIL_HOST", "mail.example.org", "mail.example.org"),
        ("MAIL_PORT", "25", 25),
        ("MAIL_SECURITY", "tls", "tls"),
        ("MAIL_USER", "uren", "uren"),
        ("MAIL_PASSWORD", "secret", "secret"),
        ("MAIL_FROM", "uren@example.org", "uren@example.org"),
        ("OUTBOX_DIR", "/var/lib/timebank/outbox", Path("/var/lib/timebank/outbox")),
    ],
)
def test_a_good_value_is_kept(variable, value, kept):
    settings = Settings.from_env({f"TIMEBANK_{variable}": value})
    assert getattr(settings, variable.lower()) == kept


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("ENV", "prod"),
        ("DATABASE_URL", "mysql://db/uren"),
        ("BASE_URL", "uren.example.org"),
        ("BASE_URL", "https://uren.example.org/?a=b"),
        ("PROXY_HOPS", "-1"),
        ("PROXY_HOPS", "6"),
        ("PROXY_HOPS", "\u0661"),
        ("MAX_CONTENT_LENGTH", "5 MB"),
        ("LOG_LEVEL", "info"),
        ("DEFAULT_LANGUAGE", "de"),
        ("DEMO", "perhaps"),
        ("BIND", "8000"),
        ("WORKERS", "0"),
        ("TIMEOUT_SECONDS", "1"),
        ("MAIL_PORT", "70000"),
        ("MAIL_SECURITY", "ssl"),
        ("MAIL_FROM", "Uren"),
    ],
)
def test_a_bad_value_is_refused_by_the_name_of_its_setting(variable, value):
    (fault,) = faults_of({f"TIMEBANK_{variable}": value})
    assert fault.startswith(f"TIMEBANK_{variable} is ")


def test_all_faults_are_named_at_once():
    faults = faults_of({"TIMEBANK_ENV": "prod", "TIMEBANK_WORKERS": "many", "TIMEBANK_DEMO": "perhaps"})
    assert len(faults) == 3


def test_a_misspelt_setting_is_pointed_out():
    (fault,) = faults_of({"TIMEBANK_DATABSE_URL": "postgresql://db/uren"})
    assert "TIMEBANK_DATABSE_URL" in fault


def test_what_is_for_the_tests_only_is_no_setting():
    Settings.from_env({"TIMEBANK_TEST_POSTGRES_URL": "postgresql://db/postgres"})


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"TIMEBANK_SECRET_KEY": ""}, "TIMEBANK_SECRET_KEY"),
        ({"TIMEBANK_SECRET_KEY": DEVELOPMENT_KEY}, "TIMEBANK_SECRET_KEY"),
        ({"TIMEBANK_SECRET_KEY": "short"}, "TIMEBANK_SECRET_KEY"),
        ({"TIMEBANK_TRUSTED_HOSTS": "*"}, "TIMEBANK_TRUSTED_HOSTS"),
        ({"TIMEBANK_TRUSTED_HOSTS": "a.example.org,.example.org"}, "TIMEBANK_TRUSTED_HOSTS"),
        ({"FLASK_DEBUG": "1"}, "FLASK_DEBUG"),
        ({"TIMEBANK_LOG_LEVEL": "DEBUG"}, "TIMEBANK_LOG_LEVEL"),
        ({"TIMEBANK_BASE_URL": "http://uren.example.org"}, "TIMEBANK_BASE_URL"),
        ({"TIMEBANK_DEMO": "1"}, "TIMEBANK_DEMO"),
    ],
)
def test_production_refuses_what_development_forgives(change, named):
    (fault,) = faults_of(PRODUCTION | change)
    assert fault.startswith(named)
    Settings.from_env(PRODUCTION | change | {"TIMEBANK_ENV": "development"})


def test_secrets_are_not_shown_when_settings_are_printed_or_refused():
    secret = "s3cret" * 8
    settings = Settings.from_env({"TIMEBANK_SECRET_KEY": secret, "TIMEBANK_MAIL_PASSWORD": secret})
    assert secret not in repr(settings)
    (fault,) = faults_of({"TIMEBANK_DATABASE_URL": f"mysql://uren:{secret}@db/uren"})
    assert secret not in fault
