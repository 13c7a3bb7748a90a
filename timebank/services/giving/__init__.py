"""Favours, from the telling to what is booked."""
