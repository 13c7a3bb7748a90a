"""Pages of what is kept of a person, and what they agreed to."""
