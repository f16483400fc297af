"""The figure on graphs: a formula, one number a node, that differentiates itself."""
