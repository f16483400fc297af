"""The figure `learning`: a small network is taught XOR, from its first weights to its last."""
