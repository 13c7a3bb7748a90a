"""The books: accounts and transfers in integer minutes. They know accounts, never members.

``posting`` is the only writer, ``reading`` the only reader for others, ``proof`` proves every
invariant. The tables defend themselves: see ``migrations/sql``.
"""
