"""The figure `playground`: a run of TensorFlow Playground, and the links of it that it opens."""
