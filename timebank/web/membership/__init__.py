"""Pages of who is a member, from the first talk to the goodbye."""
