"""A reader's own weights in the network figure. A page fetches this room when it is first asked."""
