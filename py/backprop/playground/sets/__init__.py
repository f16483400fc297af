"""The points of a playground: sets that are drawn, and those that readers bring."""
