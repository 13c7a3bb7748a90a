"""The directory, and asks handed to a professional."""
