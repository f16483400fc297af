"""A graph to take home: its values as a table, and two scripts that compute every one of them."""
