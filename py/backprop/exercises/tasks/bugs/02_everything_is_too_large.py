"""Everything is too large

One program, one bug. Run it, look at which gradients are wrong, and mend it. Every gradient is too large.

Check: batch
Hint: All are wrong: the fault is before the first of them.
Hint: Everything on the way back is made from delta_2.
Hint: The loss passes through the sigmoid: output * (1 - output) is a factor of delta_2.
"""

# %% start
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    hidden = sigmoid(inputs @ weights[0] + biases[0])
    output = sigmoid(hidden @ weights[1] + biases[1])

    delta_2 = (output - targets) / len(inputs)
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

# %% wrong: output slope left out
# The slope of the output's sigmoid, ŷ(1 − ŷ), is left out.
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    hidden = sigmoid(inputs @ weights[0] + biases[0])
    output = sigmoid(hidden @ weights[1] + biases[1])

    delta_2 = (output - targets) / len(inputs)
    delta_1 = delta_2 @ weights[1].T * hidden * (1 - hidden)
    weight_gradients = [inputs.T @ delta_1, hidden.T @ delta_2]
    bias_gradients = [delta_1.sum(axis=0), delta_2.sum(axis=0)]
    return weight_gradients, bias_gradients
