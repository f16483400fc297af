"""Activations and losses as formulas of a spreadsheet.

Only words that every spreadsheet program shares: EXP, LN, TANH, MAX, ABS, IF, SUM, SUMPRODUCT.
"""

VALUES = {
    "sigmoid": "1/(1+EXP(-MAX({z},-709)))",
    "tanh": "TANH({z})",
    "relu": "MAX({z},0)",
    "leaky_relu": "IF({z}>0,{z},0.01*{z})",
    "linear": "{z}",
}
"""a = f(z); EXP ends at 709."""

SLOPES = {
    "sigmoid": "{a}*(1-{a})",
    "tanh": "1-{a}^2",
    "relu": "IF({a}>0,1,0)",
    "leaky_relu": "IF({a}>0,1,0.01)",
}
"""f′(z) by way of a; of a linear unit it is 1, and left out."""

LOSS_TERMS = {
    "half_squared_error": "0.5*({y}-{t})^2",
    "squared_error": "({y}-{t})^2",
    "mean_squared_error": "({y}-{t})^2/{count}",
    "output": "{y}",
    "binary_cross_entropy": "MAX({z},0)+LN(1+EXP(-ABS({z})))-{t}*{z}",
    "cross_entropy": "{t}*({{largest}}+LN({{powers}})-{z})",
}
"""What an output adds to the loss of its example."""

LOSS_GRADIENTS = {
    "half_squared_error": "({y}-{t})",
    "squared_error": "2*({y}-{t})",
    "mean_squared_error": "2*({y}-{t})/{count}",
    "output": "1",
    "binary_cross_entropy": "({y}-{t})",
}
"""∂E/∂ŷ in one example; of the cross-entropy δ at once."""
