"""The desk: what needs a person first, who has it in hand, and who takes over."""
