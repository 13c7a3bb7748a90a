"""Asks and offers, from someone's own words to an ending."""
