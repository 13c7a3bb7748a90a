"""Pages of an antenna's archive."""
