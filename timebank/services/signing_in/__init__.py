"""Every way in, and the sessions, cards and keys that come of it."""
