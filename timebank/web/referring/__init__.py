"""Pages of the directory, and of asks handed to a professional."""
