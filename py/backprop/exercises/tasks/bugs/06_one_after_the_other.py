"""One example after the other

One program, one bug. Run it, look at which gradients are wrong, and mend it. It goes through
the examples in a loop.

Check: batch
Hint: With one example all is right. What becomes of the first when the second comes?
Hint: The gradient is a sum over the examples.
Hint: Each = in the loop that sets a gradient has to be +=.
"""

# %% start
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    weight_gradients = [np.zeros_like(w) for w in weights]
    bias_gradients = [np.zeros_like(b) for b in biases]
    for k in range(len(inputs)):
        x, t = inputs[k : k + 1], targets[k : k + 1]
        hidden = sigmoid(x @ weights[0] + biases[0])
        output = sigmoid(hidden @ weights[1] + biases[1])
        delta_2 = (output - t) * output * (1 - output) / len(inputs)
        delta_1 = delta_2 @ weights[1].T * hidden * (1 - hidden)
        weight_gradients[0] = x.T @ delta_1
        weight_gradients[1] = hidden.T @ delta_2
        bias_gradients[0] = delta_1[0]
        bias_gradients[1] = delta_2[0]
    return weight_gradients, bias_gradients

# %% solution
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    weight_gradients = [np.zeros_like(w) for w in weights]
    bias_gradients = [np.zeros_like(b) for b in biases]
    for k in range(len(inputs)):
        x, t = inputs[k : k + 1], targets[k : k + 1]
        hidden = sigmoid(x @ weights[0] + biases[0])
        output = sigmoid(hidden @ weights[1] + biases[1])
        delta_2 = (output - t) * output * (1 - output) / len(inputs)
        delta_1 = delta_2 @ weights[1].T * hidden * (1 - hidden)
        weight_gradients[0] += x.T @ delta_1
        weight_gradients[1] += hidden.T @ delta_2
        bias_gradients[0] += delta_1[0]
        bias_gradients[1] += delta_2[0]
    return weight_gradients, bias_gradients

# %% wrong: += forgotten
# Each example overwrites the one before: gradients are added up, by +=.
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def backward(weights, biases, inputs, targets):
    weight_gradients = [np.zeros_like(w) for w in weights]
    bias_gradients = [np.zeros_like(b) for b in biases]
    for k in range(len(inputs)):
        x, t = inputs[k : k + 1], targets[k : k + 1]
        hidden = sigmoid(x @ weights[0] + biases[0])
        output = sigmoid(hidden @ weights[1] + biases[1])
        delta_2 = (output - t) * output * (1 - output) / len(inputs)
        delta_1 = delta_2 @ weights[1].T * hidden * (1 - hidden)
        weight_gradients[0] = x.T @ delta_1
        weight_gradients[1] = hidden.T @ delta_2
        bias_gradients[0] = delta_1[0]
        bias_gradients[1] = delta_2[0]
    return weight_gradients, bias_gradients
