"""Pages of antennas, their rules and opening, and who holds which role."""
