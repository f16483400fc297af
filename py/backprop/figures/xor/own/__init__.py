"""A reader's own table: which column is what, and its rows as examples."""
