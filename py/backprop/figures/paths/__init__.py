"""The figure on paths: one gradient as a sum over paths, merged into δ, and what either costs."""
