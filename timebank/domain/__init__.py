"""The rules of a time bank as plain Python: no I/O, no database, no web framework."""
