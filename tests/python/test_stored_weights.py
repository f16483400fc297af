"""Weights from elsewhere: a state_dict, arrays and text are read the right way, or refused."""

from __future__ import annotations

import json
from contextlib import suppress
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from backprop import Network
from backprop.core.stored.dense_layers import RowsUnknownError, layers_of_arrays
from backprop.core.stored.read_weights import read_weights

# Mazur's example (2015) as PyTorch holds it, (n_out, n_in). Its outputs, and the first of them if
# both square matrices were turned by mistake, are from a calculation by hand.
HIDDEN, OUTPUT = [[0.15, 0.20], [0.25, 0.30]], [[0.40, 0.45], [0.50, 0.55]]
MAZUR = {
    "0.weight": HIDDEN,
    "0.bias": [0.35, 0.35],
    "2.weight": OUTPUT,
    "2.bias": [0.60, 0.60],
}
OUTPUTS = [0.7513650695523157, 0.7729284653214625]
TURNED = 0.75693192

TENSORS = {
    "0.weight": "tensor([[0.1500, 0.2000],\n    [0.2500, 0.3000]], dtype=torch.float64)",
    "0.bias": "tensor([0.3500, 0.3500], requires_grad=True)",
    "2.weight": "Parameter containing:\ntensor([[0.4, 0.45],\n    [0.5, 0.55]], device='cuda:0')",
    "2.bias": "tensor([0.6000, 0.6000], grad_fn=<AddBackward0>)",
}
PAIRS = ", ".join(f"('{name}', {tensor})" for name, tensor in TENSORS.items())
ENTRIES = ", ".join(f"'{name}': {tensor}" for name, tensor in TENSORS.items())
KERAS = {
    f"{name}/{kind}:0": values
    for name, matrix, bias in (("dense", HIDDEN, [0.35] * 2), ("dense_1", OUTPUT, [0.6] * 2))
    for kind, values in (("kernel", np.transpose(matrix).tolist()), ("bias", bias))
}
UNNAMED = [*MAZUR.values()]
NUMPY = "\n".join(str(np.array(values)) for values in UNNAMED)


def network(text, rows=None):
    return read_weights(text, rows).network(Network, "sigmoid", "half_squared_error")


def outputs(net):
    return net.predict([0.05, 0.10]).tolist()


class Tensor:
    """Stands for a tensor: all that NumPy knows of one is `__array__`."""

    def __init__(self, rows):
        self.rows = rows

    def __array__(self, dtype=None, copy=None):
        return np.array(self.rows, dtype)


def test_a_square_state_dict_is_turned_by_its_names():
    tensors = {name: Tensor(values) for name, values in MAZUR.items()}
    net = Network.from_state_dict(tensors, "sigmoid", "half_squared_error")
    assert outputs(net) == pytest.approx(OUTPUTS, rel=1e-15)
    assert net.layer_sizes == (2, 2, 2)


@pytest.mark.parametrize(
    "text",
    [
        f"OrderedDict([{PAIRS}])",
        f"OrderedDict({{{ENTRIES}}})",
        json.dumps(MAZUR),
        json.dumps({n: {k: MAZUR[f"{n}.{k}"] for k in ("weight", "bias")} for n in "02"}),
        json.dumps(KERAS),
    ],
    ids=["printed", "printed as a dict", "JSON", "nested JSON", "Keras by name"],
)
def test_names_decide_which_way_round_a_text_is_read(text):
    assert outputs(network(text)) == pytest.approx(OUTPUTS, rel=1e-15)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(UNNAMED),
        NUMPY,
        "W=np.array([[.15, .2], [.25, .3]])\nb=[.35, .35]\nV=[[.4, .45], [.5, .55]]\nc=[.6, .6]",
        str([np.array(values, np.float64) for values in UNNAMED]),
    ],
    ids=["JSON", "NumPy's print", "assignments", "a list of arrays"],
)
def test_square_matrices_without_names_are_asked_about_and_never_turned_by_a_guess(text):
    with pytest.raises(RowsUnknownError, match=r"rows are outputs.* or inputs"):
        read_weights(text)
    assert outputs(network(text, "outputs")) == pytest.approx(OUTPUTS, rel=1e-15)
    assert outputs(network(text, "inputs"))[0] == pytest.approx(TURNED, abs=5e-9)


def test_a_text_that_says_what_its_rows_are_is_not_asked_about():
    text = "\n".join(f"w{place} = np.array({values})" for place, values in enumerate(UNNAMED))
    said = f"import numpy as np\n# as the page's own\nrows = 'outputs'  # not inputs\n{text}"
    assert outputs(network(said)) == pytest.approx(OUTPUTS, rel=1e-15)
    with pytest.raises(ValueError, match="rows must be 'outputs' or 'inputs', not 'units'"):
        read_weights(f"rows = 'units'\n{text}")


def test_a_name_for_the_whole_state_dict_changes_nothing():
    text = f"state_dict = {{{ENTRIES}}}  # of a trained model"
    assert outputs(network(text)) == pytest.approx(OUTPUTS, rel=1e-15)
    with pytest.raises(ValueError, match=r"^2\.bias has shape"):
        read_weights(text.replace("tensor([0.6000, 0.6000]", "tensor([0.6000]"))


def test_matrices_that_are_the_same_both_ways_round_are_not_asked_about():
    assert read_weights("[[1, 2], [2, 3]]").weights[0].tolist() == [[1, 2], [2, 3]]


def test_comments_end_and_hide_nothing():
    assert (
        read_weights("# [[9]]\n[[1, 2], # two\n [2, 3]] ### " + "#" * 5_000).weights[0][0, 1] == 2
    )


def test_shapes_decide_where_they_fit_in_one_way_alone():
    rows_are_inputs = layers_of_arrays([[[1, 2, 3], [4, 5, 6]], [0, 0, 0], [[1], [2], [3]], [0]])
    assert (rows_are_inputs.rows, rows_are_inputs.layer_sizes) == ("inputs", (2, 3, 1))
    rows_are_outputs = layers_of_arrays([[[1, 4], [2, 5], [3, 6]], [[1, 2, 3]]])
    assert (rows_are_outputs.rows, rows_are_outputs.layer_sizes) == ("outputs", (2, 3, 1))
    assert rows_are_outputs.weights[0].tolist() == [[1, 2, 3], [4, 5, 6]]
    assert rows_are_outputs.sentence == (
        "A 2-3-1 network without biases; the rows of its matrices were outputs, as in PyTorch."
    )


@pytest.mark.parametrize("is_state", [False, True])
def test_a_saved_network_or_state_is_read_with_its_own_order(is_state):
    # w[0, 0], w[0, 1], w[1, 0], w[1, 1], two biases, then two weights and the bias of the output.
    saved = {"layer_sizes": [2, 2, 1], "parameters": [1, 2, 3, 4, 5, 6, 7, 8, 9]}
    text = json.dumps({"figure": "network", "version": 1, "state": saved} if is_state else saved)
    net = read_weights(text).network(Network, "linear", "half_squared_error")
    assert net.weights[0].tolist() == [[1, 2], [3, 4]]
    assert net.predict([1, 10]).tolist() == [7 * (1 + 30 + 5) + 8 * (2 + 40 + 6) + 9]


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        (
            {**MAZUR, "2.weight": [[1, 2, 3]]},
            r"2\.weight takes 3 inputs, and 0\.weight has 2 outputs",
        ),
        ({**MAZUR, "2.bias": [1]}, r"2\.bias has shape \(1,\), and 2\.weight has 2 outputs"),
        (
            {"0.weight": [1, 2]},
            r"0\.weight of shape \(2,\) is no weight of a fully connected layer",
        ),
        ({"0.weight": [[1]], "2.weight": [[1]], "2.bias": [1]}, "2 matrices and 1 biases"),
        ({"bn.running_mean": [1]}, r"'bn\.running_mean' must end in weight, kernel or bias"),
        ({"0.bias": [1]}, "layer '0' needs one weight or kernel"),
        ({"a.weight": [[1]], "b.kernel": [[1]]}, "their rows differ in meaning"),
        ({"0.weight": np.zeros((0, 2))}, r"0\.weight of shape \(0, 2\) has no numbers"),
        ({"0.weight": [["a"]]}, r"0\.weight must be numbers"),
        ({}, "there is no matrix"),
    ],
)
def test_what_does_not_fit_is_refused_by_layer_and_shape(entries, reason):
    with pytest.raises(ValueError, match=reason):
        Network.from_state_dict(entries, "sigmoid", "half_squared_error")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("tensor([[0.1, ..., 0.2]])", "shortened by ... in line 1"),
        ("[[1, 2],\n [3, nan]]", "Line 2: .* in place of “nan”"),
        ("[[1, null]]", "null in place of a number"),
        ("[[1e999]]", "too large for a number"),
        ("__import__('os').system('true')", "Line 1: = after a name"),
        ("[[1, 2]", "in place of the end"),
        ("[" * 5_000, "more than 8 brackets"),
        (" " * 200_001, "200,001 characters"),
        ("  ", "nothing to read"),
        ('{"0.weight": [[1]], "bn.mean": [1]}', r"'bn\.mean' must end in weight"),
        ("{'a': 1, 'a': 2}", "a is there twice"),
        (
            '{"layer_sizes": [9999, 9999], "parameters": [1]}',
            r"parameters must have shape \(99990000,\)",
        ),
        ('{"layer_sizes": [1e9, 1], "parameters": [1]}', "whole numbers from 1 to"),
    ],
)
def test_a_text_that_is_no_weights_is_refused_with_the_reason(text, reason):
    with pytest.raises(ValueError, match=reason):
        read_weights(text)


FULL = settings().max_examples > 50
"""Whether to draw thousands of texts, or a few as a build does."""

PIECES = [
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    ",",
    ":",
    "=",
    "tensor",
    "OrderedDict",
    "array",
    "'0.weight'",
    "#",
    "rows",
]
PIECES += [
    "'0.bias'",
    "1",
    "-2.5e3",
    "...",
    "null",
    "parameters",
    '"layer_sizes"',
    "W1",
    "\n",
    " ",
    "<x>",
    '"',
]


@settings(max_examples=500 if FULL else 20, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=30).map("".join)))
@example('{"parameters": {}, "layer_sizes": 3}')
@example('{"parameters": [1], "layer_sizes": {"a": 1}}')
@example('{"parameters": [1], "layer_sizes": "ab"}')
def test_any_text_is_weights_or_refused(text):
    with suppress(ValueError):  # and no other error
        layers = read_weights(text)
        assert all(np.isfinite(w).all() for w in layers.weights)


@settings(max_examples=200 if FULL else 20, deadline=None)
@given(
    sizes=st.lists(st.integers(1, 5), min_size=2, max_size=5),
    use_biases=st.booleans(),
    seed=st.integers(0, 2**32 - 1),
)
def test_a_network_comes_back_from_its_state_dict_to_the_last_digit(sizes, use_biases, seed):
    net = Network(sizes, "tanh", "half_squared_error", use_biases=use_biases, seed=seed)
    entries = net.to_state_dict()
    for layer, (n_in, n_out) in enumerate(pairwise(sizes)):
        assert entries[f"{2 * layer}.weight"].shape == (n_out, n_in)
    text = json.dumps({name: values.tolist() for name, values in entries.items()})
    for back in (
        Network.from_state_dict(entries, "tanh", "half_squared_error"),
        read_weights(text).network(Network, "tanh", "half_squared_error"),
    ):
        assert back.layer_sizes == net.layer_sizes
        assert back.parameters.tolist() == net.parameters.tolist()


def test_a_state_dict_holds_copies():
    net = Network([2, 1], "sigmoid", "half_squared_error", seed=1)
    before = net.parameters.tolist()
    net.to_state_dict()["0.weight"][:] = 9
    assert net.parameters.tolist() == before


def test_direct_links_have_no_place_in_a_state_dict():
    net = Network([2, 2, 1], "sigmoid", "half_squared_error", skip_to_output=True)
    with pytest.raises(ValueError, match="no place for direct links"):
        net.to_state_dict()
