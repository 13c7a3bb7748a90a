"""What is kept of a person, what they agreed to, and how it goes."""
