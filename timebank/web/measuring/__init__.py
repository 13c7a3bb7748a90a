"""Pages of participation for the antenna itself."""
