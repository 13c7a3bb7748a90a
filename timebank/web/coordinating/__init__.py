"""Pages of the desk: what needs a person first, and who takes over."""
