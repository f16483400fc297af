"""Softmax with cross-entropy

The outputs are ŷ = softmax(z), and the loss is E = −Σ t ln ŷ with one target of 1. Return δ = ∂E/∂z.
`pre_activations` and `target` are rows, (1, n). Some of the numbers are as large as 1,000.

Check: softmax_error_signal
Hint: The logarithm of the loss undoes the exponential of softmax: very little is left.
Hint: δ = ŷ − t. To find ŷ, take the largest z away from all of them before you raise e to them.
Hint: powers = np.exp(pre_activations - pre_activations.max()), then powers / powers.sum() - target.
"""

# %% start
import numpy as np


def error_signal(pre_activations, target):
    output = ...
    return ...

# %% solution
import numpy as np


def error_signal(pre_activations, target):
    powers = np.exp(pre_activations - pre_activations.max())
    output = powers / powers.sum()
    return output - target

# %% wrong: slope too many
# There is a factor ŷ(1 − ŷ) too many: with cross-entropy the two derivatives cancel.
import numpy as np


def error_signal(pre_activations, target):
    powers = np.exp(pre_activations - pre_activations.max())
    output = powers / powers.sum()
    return (output - target) * output * (1 - output)

# %% wrong: sign
# The sign is turned: the error is output minus target.
import numpy as np


def error_signal(pre_activations, target):
    powers = np.exp(pre_activations - pre_activations.max())
    output = powers / powers.sum()
    return target - output

# %% wrong: overflow
# e to the power of 1,000 is more than a float64 holds: take the largest z away first.
import numpy as np


def error_signal(pre_activations, target):
    with np.errstate(all="ignore"):
        powers = np.exp(pre_activations)
        return powers / powers.sum() - target
