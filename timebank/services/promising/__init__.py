"""What helpers were asked and have promised, to the favour that comes of it."""
