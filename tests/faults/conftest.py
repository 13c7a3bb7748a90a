"""What the fault tests share."""

import pytest
from flask import Flask

from tests.faults.counter import Bank


@pytest.fixture
def bank(app: Flask, database_url: str) -> Bank:
    """A bank that is open, on each of the two databases."""
    return Bank(database_url)
