"""A whole backward pass, line by line

The forward pass of a network with one hidden layer is there, and so is the error signal of its output.
Fill in the rest for one example: δ of the hidden layer, and the gradients.

Return two lists, first the gradients of the weights, then those of the biases, layer by layer from the
input.

Check: one_example
Hint: You have written each of these lines before: the error goes back over the weights, then each gradient is an activation times a δ.
Hint: δ₁ = (δ₂ W₂ᵀ) a(1 − a); a weight's gradient is aᵀ δ, a bias's is δ itself.
Hint: delta_1 = delta_2 @ weights[1].T * hidden * (1 - hidden), then inputs.T @ delta_1 and hidden.T @ delta_2, then delta_1.sum(axis=0) and delta_2.sum(axis=0).
"""

# %% start
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    hidden = sigmoid(inputs @ weights[0] + biases[0])
    output = sigmoid(hidden @ weights[1] + biases[1])

    delta_2 = (output - targets) * output * (1 - output)
    delta_1 = ...
    weight_gradients = [..., ...]
    bias_gradients = [..., ...]
    return weight_gradients, bias_gradients

# %% solution
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    hidden = sigmoid(inputs @ weights[0] + biases[0])
    output = sigmoid(hidden @ weights[1] + biases[1])

    delta_2 = (output - targets) * output * (1 - output)
    delta_1 = delta_2 @ weights[1].T * hidden * (1 - hidden)
    weight_gradients = [inputs.T @ delta_1, hidden.T @ delta_2]
    bias_gradients = [delta_1.sum(axis=0), delta_2.sum(axis=0)]
    return weight_gradients, bias_gradients

# %% wrong: factor left out
# The slope of the hidden sigmoid, a(1 − a), is left out on the way to the first layer.
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    hidden = sigmoid(inputs @ weights[0] + biases[0])
    output = sigmoid(hidden @ weights[1] + biases[1])

    delta_2 = (output - targets) * output * (1 - output)
    delta_1 = delta_2 @ weights[1].T
    weight_gradients = [inputs.T @ delta_1, hidden.T @ delta_2]
    bias_gradients = [delta_1.sum(axis=0), delta_2.sum(axis=0)]
    return weight_gradients, bias_gradients

# %% wrong: old activation
# The hidden activation itself stands where its slope a(1 − a) belongs.
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    hidden = sigmoid(inputs @ weights[0] + biases[0])
    output = sigmoid(hidden @ weights[1] + biases[1])

    delta_2 = (output - targets) * output * (1 - output)
    delta_1 = delta_2 @ weights[1].T * hidden
    weight_gradients = [inputs.T @ delta_1, hidden.T @ delta_2]
    bias_gradients = [delta_1.sum(axis=0), delta_2.sum(axis=0)]
    return weight_gradients, bias_gradients

# %% wrong: stale order
# The weights were changed before the error went back over them: it needs those of the forward pass.
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    hidden = sigmoid(inputs @ weights[0] + biases[0])
    output = sigmoid(hidden @ weights[1] + biases[1])

    delta_2 = (output - targets) * output * (1 - output)
    weights[1] = weights[1] - hidden.T @ delta_2
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

    delta_2 = (output - targets) * output * (1 - output)
    delta_1 = delta_2 @ weights[1].T * hidden * (1 - hidden)
    weight_gradients = [inputs.T @ delta_1, hidden.T @ delta_2]
    bias_gradients = [delta_1.sum(axis=0), delta_2.sum(axis=0)]
    return weight_gradients, bias_gradients
