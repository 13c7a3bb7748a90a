"""Who could help with what: suggestions, the plan, neighbours over the border, and how even it is."""
