"""The gradient of the weights

A weight carries an activation to a unit: z_j = Σ a_i w_ij. Its gradient is ∂E/∂w_ij = a_i δ_j. Return
the whole table for one example. `activations` has the shape (1, n), `error_signals` has (1, m), and the
table is (n, m).

Check: weight_gradient
Hint: Every sending unit meets every receiving one: that is an outer product.
Hint: A product of matrices does it, if the activations stand in a column: (n, 1) times (1, m).
Hint: activations.T @ error_signals.
"""

# %% start
def weight_gradient(activations, error_signals):
    return ...

# %% solution
def weight_gradient(activations, error_signals):
    return activations.T @ error_signals

# %% wrong: transposed
# The table is transposed: its rows are the sending units, its columns the receiving ones.
def weight_gradient(activations, error_signals):
    return error_signals.T @ activations

# %% wrong: activations left out
# The activations are left out: that is the gradient of the biases, once for each row.
def weight_gradient(activations, error_signals):
    return 0 * activations.T + error_signals
