"""The wrong way round

One program, one bug. Run it, look at which gradients are wrong, and mend it. It even runs, where all
layers have as many units.

Check: square
Hint: In which line could rows and columns be mixed up?
Hint: The error goes from the receiving units back to the sending ones.
Hint: delta_2 @ weights[1].T.
"""

# %% start
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    hidden = sigmoid(inputs @ weights[0] + biases[0])
    output = sigmoid(hidden @ weights[1] + biases[1])

    delta_2 = (output - targets) * output * (1 - output) / len(inputs)
    delta_1 = delta_2 @ weights[1] * hidden * (1 - hidden)
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

# %% wrong: transposed
# The weights are transposed the wrong way: the error goes back over the same weights, so W has to be turned.
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    hidden = sigmoid(inputs @ weights[0] + biases[0])
    output = sigmoid(hidden @ weights[1] + biases[1])

    delta_2 = (output - targets) * output * (1 - output) / len(inputs)
    delta_1 = delta_2 @ weights[1] * hidden * (1 - hidden)
    weight_gradients = [inputs.T @ delta_1, hidden.T @ delta_2]
    bias_gradients = [delta_1.sum(axis=0), delta_2.sum(axis=0)]
    return weight_gradients, bias_gradients
