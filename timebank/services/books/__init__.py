"""Accounts, gifts, statements and the year in the books."""
