"""Another activation function

The hidden units are tanh units now, the output is still a sigmoid. One factor of the backward pass
belongs to the old activation function.

Return two lists, first the gradients of the weights, then those of the biases, layer by layer from the
input.

Check: tanh
Hint: Where does the backward pass use the slope of a hidden unit?
Hint: tanh′(z) = 1 − a², where a = tanh(z).
Hint: delta_1 = delta_2 @ weights[1].T * (1 - hidden**2).
"""

# %% start
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    hidden = np.tanh(inputs @ weights[0] + biases[0])
    output = sigmoid(hidden @ weights[1] + biases[1])

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
    hidden = np.tanh(inputs @ weights[0] + biases[0])
    output = sigmoid(hidden @ weights[1] + biases[1])

    delta_2 = (output - targets) * output * (1 - output) / len(inputs)
    delta_1 = delta_2 @ weights[1].T * (1 - hidden**2)
    weight_gradients = [inputs.T @ delta_1, hidden.T @ delta_2]
    bias_gradients = [delta_1.sum(axis=0), delta_2.sum(axis=0)]
    return weight_gradients, bias_gradients

# %% wrong: old activation function
# The slope is still that of the sigmoid, a(1 − a); that of tanh is 1 − a².
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    hidden = np.tanh(inputs @ weights[0] + biases[0])
    output = sigmoid(hidden @ weights[1] + biases[1])

    delta_2 = (output - targets) * output * (1 - output) / len(inputs)
    delta_1 = delta_2 @ weights[1].T * hidden * (1 - hidden)
    weight_gradients = [inputs.T @ delta_1, hidden.T @ delta_2]
    bias_gradients = [delta_1.sum(axis=0), delta_2.sum(axis=0)]
    return weight_gradients, bias_gradients

# %% wrong: slope of the slope
# 1 − a² wants the activation a itself, not tanh of it.
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    hidden = np.tanh(inputs @ weights[0] + biases[0])
    output = sigmoid(hidden @ weights[1] + biases[1])

    delta_2 = (output - targets) * output * (1 - output) / len(inputs)
    delta_1 = delta_2 @ weights[1].T * (1 - np.tanh(hidden) ** 2)
    weight_gradients = [inputs.T @ delta_1, hidden.T @ delta_2]
    bias_gradients = [delta_1.sum(axis=0), delta_2.sum(axis=0)]
    return weight_gradients, bias_gradients

# %% wrong: factor left out
# The slope of the hidden units, 1 − a², is left out.
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    hidden = np.tanh(inputs @ weights[0] + biases[0])
    output = sigmoid(hidden @ weights[1] + biases[1])

    delta_2 = (output - targets) * output * (1 - output) / len(inputs)
    delta_1 = delta_2 @ weights[1].T
    weight_gradients = [inputs.T @ delta_1, hidden.T @ delta_2]
    bias_gradients = [delta_1.sum(axis=0), delta_2.sum(axis=0)]
    return weight_gradients, bias_gradients
