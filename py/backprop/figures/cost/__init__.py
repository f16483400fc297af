"""The figure on cost: two ways to one gradient, compared in digits, in passes and in time."""
