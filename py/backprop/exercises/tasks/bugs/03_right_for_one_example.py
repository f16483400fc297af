"""Right for one example, wrong for two

One program, one bug. Run it, look at which gradients are wrong, and mend it.

Check: batch
Hint: What of the loss depends on how many examples there are?
Hint: The loss is a mean, so its derivative is divided by the number of examples.
Hint: Divide delta_2 by len(inputs).
"""

# %% start
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

# %% wrong: mean forgotten
# The mean is forgotten: the loss is averaged over the examples, so δ is divided by their number.
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
