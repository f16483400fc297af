"""Training at speed: the same pass in buffers made once, for one network or for thousands."""
