"""The figure `symmetry`: the first experiment of the paper of 1986, watched and taken apart."""
