"""The figure that trains: a network on XOR, on another data set, or on examples of the reader."""
