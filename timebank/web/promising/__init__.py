"""Pages of what helpers were asked and have promised."""
