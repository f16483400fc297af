"""The error signal of the output

The output is a sigmoid unit, ŷ = σ(z), and the loss is E = ½(ŷ − t)². Put its error signal
δ = ∂E/∂z in the place of the three dots. `output` is ŷ and `target` is t.

Check: output_error_signal
Hint: The chain rule has two factors here: how the loss changes with ŷ, and how ŷ changes with z.
Hint: ∂E/∂ŷ = ŷ − t, and the slope of the sigmoid is σ′(z) = ŷ(1 − ŷ).
Hint: Multiply them: (output - target) * output * (1 - output).
"""

# %% start
def error_signal(output, target):
    return ...

# %% solution
def error_signal(output, target):
    return (output - target) * output * (1 - output)

# %% wrong: factor left out
# That is ∂E/∂ŷ alone: the slope of the sigmoid, ŷ(1 − ŷ), is left out.
def error_signal(output, target):
    return output - target

# %% wrong: slope alone
# That is the slope of the sigmoid alone: ∂E/∂ŷ = ŷ − t is left out.
def error_signal(output, target):
    return output * (1 - output)

# %% wrong: sign
# The sign is turned: the error is output minus target.
def error_signal(output, target):
    return (target - output) * output * (1 - output)

# %% wrong: doubled
# There is a 2 too many: the ½ of the loss cancels the 2 of the square.
def error_signal(output, target):
    return 2 * (output - target) * output * (1 - output)
