"""A step with momentum

The velocity keeps a share of itself, the momentum, and is pushed against the gradient:
v ← m v − η g, then w ← w + v. Return the new weights and the new velocity.

Check: momentum_steps
Hint: The old velocity counts too: which share of it is kept?
Hint: velocity = momentum * velocity - learning_rate * gradient.
Hint: Then return weights + velocity, velocity: the weights move by the new velocity.
"""

# %% start
def step(weights, velocity, gradient, learning_rate, momentum):
    velocity = ...
    return ..., velocity

# %% solution
def step(weights, velocity, gradient, learning_rate, momentum):
    velocity = momentum * velocity - learning_rate * gradient
    return weights + velocity, velocity

# %% wrong: momentum left out
# That is plain gradient descent: the share of the old velocity is left out.
def step(weights, velocity, gradient, learning_rate, momentum):
    velocity = -learning_rate * gradient
    return weights + velocity, velocity

# %% wrong: old velocity
# The weights moved by the old velocity; they move by the new one.
def step(weights, velocity, gradient, learning_rate, momentum):
    new = momentum * velocity - learning_rate * gradient
    return weights + velocity, new

# %% wrong: sign
# The step goes up the gradient; descent goes against it.
def step(weights, velocity, gradient, learning_rate, momentum):
    velocity = momentum * velocity + learning_rate * gradient
    return weights + velocity, velocity
