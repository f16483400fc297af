"""A link around a layer

A residual layer adds its input to its output: y = x + a with a = tanh(x W). `gradient` is ∂E/∂y, (1, n).
Return ∂E/∂x.

Check: residual_error_signal
Hint: x reaches y in two ways, and what comes back over both is added.
Hint: Over the link comes ∂E/∂y as it is; through the layer comes (∂E/∂y (1 − a²)) Wᵀ.
Hint: gradient + (gradient * (1 - a**2)) @ weights.T.
"""

# %% start
def residual_backward(gradient, weights, x, a):
    return ...

# %% solution
def residual_backward(gradient, weights, x, a):
    return gradient + (gradient * (1 - a**2)) @ weights.T

# %% wrong: link forgotten
# That is the way through the layer alone: what comes back over the link is to be added.
def residual_backward(gradient, weights, x, a):
    return (gradient * (1 - a**2)) @ weights.T

# %% wrong: layer forgotten
# That is the link alone: what comes back through the layer is to be added.
def residual_backward(gradient, weights, x, a):
    return 1 * gradient

# %% wrong: factor left out
# The slope of tanh, 1 − a², is left out.
def residual_backward(gradient, weights, x, a):
    return gradient + gradient @ weights.T

# %% wrong: transposed
# The weights are to be turned: the error goes back over them.
def residual_backward(gradient, weights, x, a):
    return gradient + (gradient * (1 - a**2)) @ weights
