"""A time bank for networks of neighbours: favours as hours on a ledger that can't go wrong."""

__version__ = "0.1.0"
