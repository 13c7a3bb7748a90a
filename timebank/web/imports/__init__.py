"""Pages to bring sheets in and take them back."""
