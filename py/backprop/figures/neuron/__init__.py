"""The figures of one linear neuron: the slope it stands on, and its run down the error curve."""
