"""The figures of a network and of the walk: one example forwards and back, step by step."""
