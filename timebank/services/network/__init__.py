"""Antennas, their rules and opening, and who holds which role."""
