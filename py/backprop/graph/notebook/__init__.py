"""What only a notebook wants of a graph: its drawing. No page has it."""
