"""``flask sign-in-help``: where to go, and how each of the demo cast signs in."""
