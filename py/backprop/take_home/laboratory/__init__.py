"""The runs of the laboratory's figures, as scripts in plain NumPy and as tables."""
