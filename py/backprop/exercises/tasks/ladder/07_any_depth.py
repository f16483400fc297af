"""From a blank page, at any depth

Write `backward` for sigmoid units in any number of layers. `weights[l]` has the shape (n_in, n_out),
`biases[l]` has (n_out,), `inputs` and `targets` have a row for each example. The loss is
E = ½ Σ (ŷ − t)², averaged over the examples.

Return two lists, first the gradients of the weights, then those of the biases, layer by layer from the
input.

Check: any_depth
Hint: Keep every activation on the way forward; a loop from the last layer to the first uses them again.
Hint: Begin with δ = (ŷ − t) ŷ(1 − ŷ)/n. In each layer: the gradients aᵀδ and Σδ, then δ ← (δ Wᵀ) a(1 − a).
Hint: Put new gradients in front of the list: weight_gradients.insert(0, activations[layer].T @ delta).
"""

# %% start
import numpy as np


def backward(weights, biases, inputs, targets):
    ...

# %% solution
import numpy as np


def backward(weights, biases, inputs, targets):
    activations = [inputs]
    for w, b in zip(weights, biases):
        activations.append(1 / (1 + np.exp(-(activations[-1] @ w + b))))
    output = activations[-1]
    delta = (output - targets) * output * (1 - output) / len(inputs)
    weight_gradients, bias_gradients = [], []
    for layer in reversed(range(len(weights))):
        weight_gradients.insert(0, activations[layer].T @ delta)
        bias_gradients.insert(0, delta.sum(axis=0))
        delta = delta @ weights[layer].T * activations[layer] * (1 - activations[layer])
    return weight_gradients, bias_gradients

# %% wrong: factor left out
# The slope of the hidden sigmoids, a(1 − a), is left out on the way back.
import numpy as np


def backward(weights, biases, inputs, targets):
    activations = [inputs]
    for w, b in zip(weights, biases):
        activations.append(1 / (1 + np.exp(-(activations[-1] @ w + b))))
    output = activations[-1]
    delta = (output - targets) * output * (1 - output) / len(inputs)
    weight_gradients, bias_gradients = [], []
    for layer in reversed(range(len(weights))):
        weight_gradients.insert(0, activations[layer].T @ delta)
        bias_gradients.insert(0, delta.sum(axis=0))
        delta = delta @ weights[layer].T
    return weight_gradients, bias_gradients

# %% wrong: output slope left out
# The slope of the output's sigmoid, ŷ(1 − ŷ), is left out.
import numpy as np


def backward(weights, biases, inputs, targets):
    activations = [inputs]
    for w, b in zip(weights, biases):
        activations.append(1 / (1 + np.exp(-(activations[-1] @ w + b))))
    output = activations[-1]
    delta = (output - targets) / len(inputs)
    weight_gradients, bias_gradients = [], []
    for layer in reversed(range(len(weights))):
        weight_gradients.insert(0, activations[layer].T @ delta)
        bias_gradients.insert(0, delta.sum(axis=0))
        delta = delta @ weights[layer].T * activations[layer] * (1 - activations[layer])
    return weight_gradients, bias_gradients

# %% wrong: mean forgotten
# The mean is forgotten: the loss is averaged over the examples.
import numpy as np


def backward(weights, biases, inputs, targets):
    activations = [inputs]
    for w, b in zip(weights, biases):
        activations.append(1 / (1 + np.exp(-(activations[-1] @ w + b))))
    output = activations[-1]
    delta = (output - targets) * output * (1 - output)
    weight_gradients, bias_gradients = [], []
    for layer in reversed(range(len(weights))):
        weight_gradients.insert(0, activations[layer].T @ delta)
        bias_gradients.insert(0, delta.sum(axis=0))
        delta = delta @ weights[layer].T * activations[layer] * (1 - activations[layer])
    return weight_gradients, bias_gradients

# %% wrong: stale order
# The weights were changed before the error went back over them: it needs those of the forward pass.
import numpy as np


def backward(weights, biases, inputs, targets):
    activations = [inputs]
    for w, b in zip(weights, biases):
        activations.append(1 / (1 + np.exp(-(activations[-1] @ w + b))))
    output = activations[-1]
    delta = (output - targets) * output * (1 - output) / len(inputs)
    weight_gradients, bias_gradients = [], []
    for layer in reversed(range(len(weights))):
        weight_gradients.insert(0, activations[layer].T @ delta)
        bias_gradients.insert(0, delta.sum(axis=0))
        weights[layer] = weights[layer] - weight_gradients[0]
        delta = delta @ weights[layer].T * activations[layer] * (1 - activations[layer])
    return weight_gradients, bias_gradients

# %% wrong: wrong layer
# The slope is taken from the layer after; δ of a layer needs the slope of that layer.
import numpy as np


def backward(weights, biases, inputs, targets):
    activations = [inputs]
    for w, b in zip(weights, biases):
        activations.append(1 / (1 + np.exp(-(activations[-1] @ w + b))))
    output = activations[-1]
    delta = (output - targets) * output * (1 - output) / len(inputs)
    weight_gradients, bias_gradients = [], []
    for layer in reversed(range(len(weights))):
        weight_gradients.insert(0, activations[layer].T @ delta)
        bias_gradients.insert(0, delta.sum(axis=0))
        delta = delta @ weights[layer].T * (activations[layer] * 0 + (activations[layer + 1] * (1 - activations[layer + 1])).mean())
    return weight_gradients, bias_gradients

# %% wrong: order of the lists
# The lists run from the last layer to the first; they have to begin at the input.
import numpy as np


def backward(weights, biases, inputs, targets):
    activations = [inputs]
    for w, b in zip(weights, biases):
        activations.append(1 / (1 + np.exp(-(activations[-1] @ w + b))))
    output = activations[-1]
    delta = (output - targets) * output * (1 - output) / len(inputs)
    weight_gradients, bias_gradients = [], []
    for layer in reversed(range(len(weights))):
        weight_gradients.append(activations[layer].T @ delta)
        bias_gradients.append(delta.sum(axis=0))
        delta = delta @ weights[layer].T * activations[layer] * (1 - activations[layer])
    return weight_gradients, bias_gradients
