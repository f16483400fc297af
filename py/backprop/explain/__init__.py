"""A calculation told, step by step and weight by weight: its formulas, sentences, lines of code."""
