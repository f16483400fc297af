"""Studies that a reader can rerun, each a function for a notebook and a command."""
