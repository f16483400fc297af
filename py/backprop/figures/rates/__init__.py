"""The figure on learning rates: several runs from one start, on a map of the loss."""
