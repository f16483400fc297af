"""What only a notebook wants of a network: its drawing. No page has it."""
