"""The error signal of a hidden layer

The error comes back over the weights by which it went ahead. `error_signals` (1, m) are those of the
next layer, `weights` (n, m) lead there, and `hidden` (1, n) holds the activations of the sigmoid units.
Return δ = ∂E/∂z of the hidden units, (1, n).

Check: hidden_error_signal
Hint: First how the loss changes with each hidden activation: a sum over all units that it feeds.
Hint: ∂E/∂a = δ Wᵀ; then the slope of the sigmoid, a(1 − a), is a factor.
Hint: (error_signals @ weights.T) * hidden * (1 - hidden).
"""

# %% start
def hidden_error_signal(error_signals, weights, hidden):
    return ...

# %% solution
def hidden_error_signal(error_signals, weights, hidden):
    return (error_signals @ weights.T) * hidden * (1 - hidden)

# %% wrong: factor left out
# That is ∂E/∂a: the slope of the hidden sigmoid, a(1 − a), is left out.
def hidden_error_signal(error_signals, weights, hidden):
    return error_signals @ weights.T

# %% wrong: old activation
# The activation itself stands where its slope a(1 − a) belongs.
def hidden_error_signal(error_signals, weights, hidden):
    return (error_signals @ weights.T) * hidden

# %% wrong: weights left out
# The weights are left out: the error comes back over them.
def hidden_error_signal(error_signals, weights, hidden):
    return error_signals.sum() * hidden * (1 - hidden)
