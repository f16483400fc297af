"""The calculation as a PyTorch script: the forward pass written out, the backward pass its own."""

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
    masks,
    order_lines,
    parameter_arrays,
    parameter_names,
    run_example_lines,
    shape_of,
)

CALLS = {
    "sigmoid": "torch.sigmoid({z})",
    "tanh": "torch.tanh({z})",
    "relu": "torch.relu({z})",
    "leaky_relu": "torch.nn.functional.leaky_relu({z}, 0.01)",
    "linear": "{z}",
    "softmax": "torch.softmax({z}, dim=1)",
}

LOSSES = {
    "half_squared_error": "(0.5 * (ŷ - t) ** 2)",
    "squared_error": "((ŷ - t) ** 2)",
    "mean_squared_error": "((ŷ - t) ** 2 / t.shape[1])",
    "output": "ŷ",
    "binary_cross_entropy": "(torch.nn.functional.softplus({z}) - t * {z})",
    "cross_entropy": "(-t * torch.log_softmax({z}, dim=1))",
}
"""The loss of every output. The cross-entropies start from z, so that no logarithm meets a zero."""

OPENING = [
    "import torch",
    "",
    "torch.set_default_dtype(torch.float64)  # as many digits as NumPy",
    "",
]


def pass_script(written: Pass) -> str:
    """One forward pass, `E.backward()`, and one step."""
    net = written.net
    names = parameter_names(net)
    frozen = dict(masks(written))
    lines = [
        f'"""One forward and one backward pass of a {shape_of(net)} network, in PyTorch.',
        "",
        "The forward pass is written out; E.backward() does the backward pass and leaves every",
        "gradient in .grad. w1[i, j] leads from unit i to unit j of the next layer.",
        '"""',
        "",
        *OPENING,
        *example_lines(written.inputs, written.targets, "torch.tensor"),
        "",
        *_parameters(net),
        f"learning_rate = {written.learning_rate!r}",
        "",
        "# Forward pass",
        *forward_lines(net, _call),
        f"E = {_loss(net)}",
        "",
        "# Backward pass: every derivative in one call",
        "E.backward()",
        "",
        'print("E =", E.item())',
        *(f'print("dE/d{name} =", {name}.grad.tolist())' for name in names),
        "",
        "# One step of gradient descent, down the slope",
        *(
            assigned(f"free_{name}", mask, "torch.tensor") + "  # 0: held"
            for name, mask in frozen.items()
        ),
        "with torch.no_grad():",
        *(
            f"    {name} -= learning_rate * {name}.grad"
            + (f" * free_{name}" if name in frozen else "")
            for name in names
        ),
        "",
        "print()",
        *(f'print("{name} =", {name}.tolist())' for name in names),
        "",
        "# What came of it: the forward pass once more",
        *forward_lines(net, _call),
        f'print("E after =", {_loss(net)}.item())',
    ]
    return "\n".join(lines) + "\n"


def training_script(run: Run) -> str:
    """A whole training run with `torch.optim.SGD`, from the same start."""
    net = run.net
    names = parameter_names(net)
    loss = _loss(net)
    step = ["optimizer.zero_grad()", "loss_of(x, t).backward()", "optimizer.step()"]
    if run.has_batches:
        step = [
            "order = torch.from_numpy(order_of(epoch))",
            f"for batch in order.split({run.batch_size}):",
            "    optimizer.zero_grad()",
            "    loss_of(x[batch], t[batch]).backward()",
            "    optimizer.step()",
        ]
    lines = [
        f'"""A {shape_of(net)} network learns {len(run.inputs)} examples, in PyTorch.',
        "",
        "backward() finds the gradient, SGD with momentum follows it down. w1[i, j] leads from",
        "unit i to unit j of the next layer.",
        '"""',
        "",
        *(["import numpy as np"] if run.has_batches else []),
        *OPENING,
        *run_example_lines(run, "torch.tensor"),
        "",
        *_parameters(net),
        f"first, last = {run.first_epoch}, {run.first_epoch + run.epochs}",
        "",
        "",
        "def forward(x):",
        '    """The last pre-activation, and the output."""',
        *indented(forward_lines(net, _call)),
        f"    return z{len(net.weights)}, ŷ",
        "",
        "",
        "def loss_of(x, t):",
        '    """The loss of these examples with the weights as they are."""',
        f"    z{len(net.weights)}, ŷ = forward(x)",
        f"    return {loss}",
        *(order_lines(run) if run.has_batches else []),
        "",
        "",
        f"parameters = [{', '.join(names)}]",
        f"learning_rate, momentum = {run.learning_rate!r}, {run.momentum!r}",
        "optimizer = torch.optim.SGD(parameters, lr=learning_rate, momentum=momentum)",
        *_velocities(run),
        "",
        "for epoch in range(first, last + 1):",
        f"    if epoch % {run.interval} == 0 or epoch == last:",
        '        print("epoch", epoch, "E =", loss_of(x, t).item())',
        "    if epoch == last:",
        "        break",
        *indented(step),
        "",
        'for name, parameter in zip(["' + '", "'.join(names) + '"], parameters):',
        '    print(name, "=", parameter.tolist())',
        'print("outputs =", forward(x)[1].tolist())',
    ]
    return "\n".join(lines) + "\n"


def _call(activation: str, z: str) -> str:
    return CALLS[activation].format(z=z)


def _parameters(net: Network) -> Lines:
    arrays = parameter_arrays(net, net.parameters)
    return [
        assigned(name, values, "torch.tensor", ", requires_grad=True") for name, values in arrays
    ]


def _velocities(run: Run) -> Lines:
    """SGD keeps −Δw/η as its momentum buffer; a run at rest has none yet."""
    if run.is_at_rest or run.learning_rate == 0:
        return []
    buffer = -run.velocity / run.learning_rate
    lines = ["# The last step before this run, as SGD keeps it"]
    for name, values in parameter_arrays(run.net, buffer):
        target = f'optimizer.state[{name}]["momentum_buffer"]'
        lines.append(assigned(target, values, "torch.tensor"))
    return lines


def _loss(net: Network) -> str:
    each = LOSSES[net.loss].format(z=f"z{len(net.weights)}")
    return f"{each}.sum(dim=1).{net.reduction}()"
