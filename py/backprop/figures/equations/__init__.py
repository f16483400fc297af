"""The figure on the general rule: its seven equations, for one weight and in matrices."""
