"""Pages of favours, from the telling to what is booked."""
