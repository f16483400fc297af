"""The figure on depth: what becomes of a gradient on its way through many layers."""
