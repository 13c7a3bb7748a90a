"""Pages of the plan, of neighbours over the border, and of how even it is."""
