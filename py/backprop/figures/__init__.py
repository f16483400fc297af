"""What the figures of the page ask and are told: a module or a folder for each."""
