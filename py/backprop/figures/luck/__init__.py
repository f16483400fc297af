"""Many starts of one setting, beside those of another, and as a map."""
