"""What a page may send, read and held to its limits, and results turned into plain data."""
