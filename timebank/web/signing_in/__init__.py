"""Pages of every way in, and of the sessions and keys that come of it."""
