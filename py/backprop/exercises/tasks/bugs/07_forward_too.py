"""The backward pass is right

One program, one bug. Run it, look at which gradients are wrong, and mend it. Not one of the lines of the
backward pass has to change.

Check: batch
Hint: If the backward pass is right, look before it.
Hint: Compare the forward pass with z = a W + b.
Hint: Add biases[0] and biases[1] to the two sums.
"""

# %% start
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    hidden = sigmoid(inputs @ weights[0])
    output = sigmoid(hidden @ weights[1])

    delta_2 = (output - targets) * output * (1 - output) / len(inputs)
    delta_1 = delta_2 @ weights[1].T * hidden * (1 - hidden)
    weight_gradients = [inputs.T @ delta_1, hidden.T @ delta_2]
    bias_gradients = [delta_1.sum(axis=0), delta_2.sum(axis=0)]
    return weight_gradients, bias_gradients

# %% solution
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    hidden = sigmoid(inputs @ weights[0] + biases[0])
    output = sigmoid(hidden @ weights[1] + biases[1])

    delta_2 = (output - targets) * output * (1 - output) / len(inputs)
    delta_1 = delta_2 @ weights[1].T * hidden * (1 - hidden)
    weight_gradients = [inputs.T @ delta_1, hidden.T @ delta_2]
    bias_gradients = [delta_1.sum(axis=0), delta_2.sum(axis=0)]
    return weight_gradients, bias_gradients

# %% wrong: bias left out
# The forward pass leaves the biases out, so every number after it is off.
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    hidden = sigmoid(inputs @ weights[0])
    output = sigmoid(hidden @ weights[1])

    delta_2 = (output - targets) * output * (1 - output) / len(inputs)
    delta_1 = delta_2 @ weights[1].T * hidden * (1 - hidden)
    weight_gradients = [inputs.T @ delta_1, hidden.T @ delta_2]
    bias_gradients = [delta_1.sum(axis=0), delta_2.sum(axis=0)]
    return weight_gradients, bias_gradients
