"""The calculation as a script in plain NumPy, to be read, run and changed."""

from __future__ import annotations

from backprop.core.network import Network

from .program import (
    Lines,
    Pass,
    Run,
    assigned,
    example_lines,
    forward_lines,
    indented,
    layer_numbers,
    masks,
    order_lines,
    parameter_arrays,
    parameter_names,
    run_example_lines,
    shape_of,
    unit_name,
)

FUNCTIONS: dict[str, Lines] = {
    "sigmoid": ["def sigmoid(z):", "    return 1 / (1 + np.exp(-z))"],
    "relu": ["def relu(z):", "    return np.maximum(z, 0)"],
    "leaky_relu": ["def leaky_relu(z):", "    return np.where(z > 0, z, 0.01 * z)"],
    "softmax": [
        "def softmax(z):",
        "    powers = np.exp(z - z.max(axis=1, keepdims=True))",
        "    return powers / powers.sum(axis=1, keepdims=True)",
    ],
}
"""What a script defines for an activation; tanh is NumPy's own, and linear is nothing."""

SLOPES = {
    "sigmoid": "{a} * (1 - {a})",
    "tanh": "(1 - {a}**2)",
    "relu": "({a} > 0)",
    "leaky_relu": "np.where({a} > 0, 1, 0.01)",
}
"""f′(z) by way of a = f(z)."""

LOSSES = {
    "half_squared_error": "(0.5 * (ŷ - t) ** 2)",
    "squared_error": "((ŷ - t) ** 2)",
    "mean_squared_error": "((ŷ - t) ** 2 / t.shape[1])",
    "output": "ŷ",
    "binary_cross_entropy": "(np.logaddexp(0, {z}) - t * {z})",
    "cross_entropy": "(-t * ({z} - np.logaddexp.reduce({z}, axis=1, keepdims=True)))",
}
"""The loss of every output. The cross-entropies start from z, so that no logarithm meets a zero."""

LOSS_GRADIENTS = {
    "half_squared_error": "(ŷ - t)",
    "squared_error": "2 * (ŷ - t)",
    "mean_squared_error": "2 * (ŷ - t) / t.shape[1]",
    "output": "np.ones_like(ŷ)",
    "binary_cross_entropy": "(ŷ - t)",
    "cross_entropy": "(ŷ * t.sum(axis=1, keepdims=True) - t)",
}
"""∂E/∂ŷ of one example; of a cross-entropy δ = ∂E/∂z at once."""


def pass_script(written: Pass) -> str:
    """One forward pass, one backward pass and one step, each operation a line."""
    net = written.net
    names = parameter_names(net)
    lines = [
        f'"""One forward and one backward pass of a {shape_of(net)} network, in plain NumPy.',
        "",
        "w1[i, j] leads from unit i to unit j of the next layer; rows of x, t, z, a and δ are",
        "examples. Change a number and run it again.",
        '"""',
        "",
        "import numpy as np",
        "",
        *example_lines(written.inputs, written.targets, "np.array"),
        "",
        *_parameters(net),
        f"learning_rate = {written.learning_rate!r}",
        *_functions(net),
        *(["", ""] if _functions(net) else [""]),
        "# Forward pass",
        *forward_lines(net, _call),
        f"E = {_loss(net)}",
        "",
        "# Backward pass: the chain rule, from the loss to every weight",
        *_backward_lines(net),
        "",
        'print("E =", float(E))',
        *(f'print("dE/d{name} =", dE_d{name}.tolist())' for name in names),
        "",
        "# One step of gradient descent, down the slope",
    ]
    frozen = dict(masks(written))
    for name in names:
        held = ""
        if name in frozen:
            lines.append(assigned(f"free_{name}", frozen[name], "np.array") + "  # 0: held")
            held = f" * free_{name}"
        lines.append(f"{name} -= learning_rate * dE_d{name}{held}")
    lines += ["", "print()", *(f'print("{name} =", {name}.tolist())' for name in names)]
    return "\n".join([*lines, *_loss_after(net)]) + "\n"


def training_script(run: Run) -> str:
    """A whole training run: gradient descent with momentum, from the same start."""
    net = run.net
    names = parameter_names(net)
    hidden = [unit_name(net, layer) for layer in layer_numbers(net)]
    kept = ", ".join([*hidden, *_loss_reads(net)])
    step = ["for parameter, velocity, gradient in zip(parameters, velocities, gradients(x, t)):"]
    if run.has_batches:
        step = [
            "order = order_of(epoch)",
            f"for start in range(0, len(x), {run.batch_size}):",
            f"    batch = order[start : start + {run.batch_size}]",
            "    slopes = gradients(x[batch], t[batch])",
            "    for parameter, velocity, gradient in zip(parameters, velocities, slopes):",
        ]
    inner = 3 if run.has_batches else 2
    lines = [
        f'"""A {shape_of(net)} network learns {len(run.inputs)} examples, in plain NumPy.',
        "",
        "Backpropagation finds the gradient, gradient descent with momentum follows it down.",
        "w1[i, j] leads from unit i to unit j of the next layer; rows of x, t, z, a and δ are",
        "examples.",
        '"""',
        "",
        "import numpy as np",
        "",
        *run_example_lines(run, "np.array"),
        "",
        *_parameters(net),
        f"learning_rate, momentum = {run.learning_rate!r}, {run.momentum!r}",
        f"first, last = {run.first_epoch}, {run.first_epoch + run.epochs}",
        *_functions(net),
        "",
        "",
        "def forward(x):",
        '    """Every unit\'s activation, layer by layer."""',
        *indented(forward_lines(net, _call)),
        f"    return {kept}",
        "",
        "",
        "def loss_of(x, t):",
        '    """The loss of these examples with the weights as they are."""',
        f"    {kept} = forward(x)",
        f"    return {_loss(net)}",
        "",
        "",
        "def gradients(x, t):",
        '    """The backward pass: the chain rule, from the loss to every weight."""',
        f"    {kept} = forward(x)",
        *indented(_backward_lines(net)),
        f"    return [{', '.join(f'dE_d{name}' for name in names)}]",
        *(order_lines(run) if run.has_batches else []),
        "",
        "",
        f"parameters = [{', '.join(names)}]",
        *_velocities(run),
        "for epoch in range(first, last + 1):",
        f"    if epoch % {run.interval} == 0 or epoch == last:",
        '        print("epoch", epoch, "E =", float(loss_of(x, t)))',
        "    if epoch == last:",
        "        break",
        *indented(step),
        *indented(
            [
                "velocity[:] = momentum * velocity - learning_rate * gradient",
                "parameter += velocity",
            ],
            inner,
        ),
        "",
        'for name, parameter in zip(["' + '", "'.join(names) + '"], parameters):',
        '    print(name, "=", parameter.tolist())',
        f"{kept} = forward(x)",
        'print("outputs =", ŷ.tolist())',
    ]
    return "\n".join(lines) + "\n"


def _call(activation: str, z: str) -> str:
    if activation == "linear":
        return z
    return f"np.tanh({z})" if activation == "tanh" else f"{activation}({z})"


def _functions(net: Network) -> Lines:
    """The activations that a script defines, two lines before each."""
    defined = [lines for name, lines in FUNCTIONS.items() if name in net.activations]
    return [line for lines in defined for line in ("", "", *lines)]


def _parameters(net: Network) -> Lines:
    arrays = parameter_arrays(net, net.parameters)
    return [assigned(name, values, "np.array") for name, values in arrays]


def _velocities(run: Run) -> Lines:
    if run.is_at_rest:
        return ["velocities = [np.zeros_like(parameter) for parameter in parameters]", ""]
    moving = parameter_arrays(run.net, run.velocity)
    lines = [assigned(f"v_{name}", values, "np.array") for name, values in moving]
    together = ", ".join(f"v_{name}" for name in parameter_names(run.net))
    return ["# The last step before this run", *lines, f"velocities = [{together}]", ""]


def _loss(net: Network) -> str:
    each = LOSSES[net.loss].format(z=f"z{len(net.weights)}")
    return f"{each}.sum(axis=1).{net.reduction}()"


def _loss_reads(net: Network) -> list[str]:
    """The last pre-activation, where the loss is calculated from it."""
    return [f"z{len(net.weights)}"] if "{z}" in LOSSES[net.loss] else []


def _loss_after(net: Network) -> Lines:
    """The forward pass once more, with the new weights."""
    return [
        "",
        "# What came of it: the forward pass once more",
        *forward_lines(net, _call),
        f'print("E after =", float({_loss(net)}))',
    ]


def _backward_lines(net: Network) -> Lines:
    last = len(net.weights)
    share = " / len(x)" if net.reduction == "mean" else ""
    slope = f"{LOSS_GRADIENTS[net.loss]}{share}"
    if "{z}" in LOSSES[net.loss]:
        lines = [f"δ{last} = {slope}"]
    else:
        lines = [f"dE_dŷ = {slope}", _error_signal(net, last)]
    for layer in reversed(layer_numbers(net)):
        lines.append(f"dE_dw{layer} = {unit_name(net, layer - 1)}.T @ δ{layer}")
        if net.use_biases:
            lines.append(f"dE_db{layer} = δ{layer}.sum(axis=0)")
        if net.skip_to_output and layer == last:
            lines.append(f"dE_du = x.T @ δ{layer}")
        if layer > 1:
            before = unit_name(net, layer - 1)
            lines.append(f"dE_d{before} = δ{layer} @ w{layer}.T")
            lines.append(_error_signal(net, layer - 1))
    return lines


def _error_signal(net: Network, layer: int) -> str:
    """δ = ∂E/∂z from ∂E/∂a of the same layer."""
    a, activation = unit_name(net, layer), net.activations[layer - 1]
    if activation == "softmax":
        return f"δ{layer} = {a} * (dE_d{a} - (dE_d{a} * {a}).sum(axis=1, keepdims=True))"
    if activation == "linear":
        return f"δ{layer} = dE_d{a}"
    return f"δ{layer} = dE_d{a} * {SLOPES[activation].format(a=a)}"
