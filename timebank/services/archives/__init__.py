"""Everything of an antenna as one file, and back."""
