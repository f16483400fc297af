"""The figure `family`: the second experiment of the paper of 1986, asked and taken apart."""
