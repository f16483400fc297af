"""Settings that are known to go well, and settings that are known to go badly, with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from .settings import Settings


@dataclass(frozen=True)
class Preset:
    """Settings with what is known of them.

    Attributes:
        title: what it is called.
        settings: where it begins.
        epochs: after so many what is said can be seen.
        goes_well: whether the network learns its task.
        reason: why it goes so, in one sentence.
        task: what a reader may change, to see that it is the reason.
    """

    title: str
    settings: Settings
    epochs: int
    goes_well: bool
    reason: str
    task: str


PRESETS: dict[str, Preset] = {
    "circle": Preset(
        "A ring of straight lines",
        Settings(hidden_layers=(3,)),
        300,
        goes_well=True,
        reason="Each hidden unit draws one straight line, and three lines can enclose the disc.",
        task="Take one of the three units away: two lines enclose nothing.",
    ),
    "xor-product": Preset(
        "XOR with one neuron",
        Settings(dataset="xor", features=("xTimesY",), hidden_layers=()),
        100,
        goes_well=True,
        reason="The product x₁x₂ already has the sign that is asked for, so one weight is enough.",
        task="Give the neuron x₁ and x₂ in place of the product: no line parts the four squares.",
    ),
    "squares": Preset(
        "Three rings from two squares",
        Settings(
            dataset="rings",
            classes=3,
            features=("xSquared", "ySquared"),
            hidden_layers=(4,),
        ),
        300,
        goes_well=True,
        reason="The squares add up to the squared distance from the middle, which tells the rings.",
        task="Exchange the squares for x₁ and x₂, and see how many more epochs it takes.",
    ),
    "spiral": Preset(
        "The spiral with ReLU",
        Settings(dataset="spiral", activation="relu", hidden_layers=(8, 8, 8)),
        500,
        goes_well=True,
        reason="Three layers of eight ReLU units have enough bends to follow both arms.",
        task="Try the layers 4 and 2 instead, which have too few units for the spiral.",
    ),
    "straight-layers": Preset(
        "Layers without a bend",
        Settings(dataset="xor", activation="linear"),
        200,
        goes_well=False,
        reason="Linear layers in a row are one linear layer, so the border stays straight.",
        task="Choose tanh as the activation: everything else may stay.",
    ),
    "zero": Preset(
        "All weights zero",
        Settings(initial_zero=True),
        100,
        goes_well=False,
        reason="Where all weights are zero no weight has a gradient, and only the last bias moves.",
        task="Start from drawn weights, and look at the same gradients.",
    ),
    "vanishing": Preset(
        "Six layers of sigmoids",
        Settings(activation="sigmoid", hidden_layers=(4,) * 6),
        200,
        goes_well=False,
        reason=(
            "A sigmoid's slope is ¼ at most, so six layers leave the first weights hardly any "
            "gradient."
        ),
        task="Choose tanh as the activation: its slope is up to 1.",
    ),
    "dead-relu": Preset(
        "ReLUs that died",
        Settings(activation="relu", learning_rate=3),
        50,
        goes_well=False,
        reason=(
            "Long steps took all units of a layer below zero for every point, where a ReLU's slope "
            "is zero."
        ),
        task="Take a learning rate of 0.3: the same network learns the circle.",
    ),
    "full-batch": Preset(
        "One step an epoch",
        Settings(batch_size=250),
        200,
        goes_well=False,
        reason="A batch of all 250 points makes one step in an epoch, in place of 25.",
        task="Take batches of 10 again, or ten times the learning rate.",
    ),
    "no-step": Preset(
        "A batch that never fills",
        Settings(training_percent=10, batch_size=100),
        50,
        goes_well=False,
        reason=(
            "TensorFlow Playground makes a step when a batch is full, and 50 points fill none of "
            "100."
        ),
        task="Take batches of 50 or fewer.",
    ),
    "by-heart": Preset(
        "Learned by heart",
        Settings(
            dataset="gauss",
            noise=50,
            training_percent=10,
            features=("x", "y", "xSquared", "ySquared", "xTimesY", "sinX", "sinY"),
            hidden_layers=(8, 8),
        ),
        1_000,
        goes_well=False,
        reason=(
            "A network of 145 parameters learns 50 points with their noise, not what they have in "
            "common."
        ),
        task="Train on 50% of the points, or take L2 with a rate of 0.1.",
    ),
    "l1-ends-all": Preset(
        "L1 ends every weight",
        Settings(regularisation="L1", regularisation_rate=0.1),
        100,
        goes_well=False,
        reason=(
            "L1 pulls each weight by ηλ = 0.003 in a step, more than its gradient does, until it "
            "is zero for ever."
        ),
        task="Take a rate of 0.003, and count the weights that stay zero.",
    ),
    "l2-explodes": Preset(
        "L2 that makes weights grow",
        Settings(learning_rate=0.3, regularisation="L2", regularisation_rate=10),
        100,
        goes_well=False,
        reason="L2 multiplies a weight by 1 − ηλ in each step, which is −2 where ηλ is 3.",
        task="Take a rate of 3 and weights no longer grow; with 0.001 they learn the circle.",
    ),
    "step-too-long": Preset(
        "A step too long for a regression",
        Settings(dataset="reg-plane", hidden_layers=(), learning_rate=1, batch_size=1),
        10,
        goes_well=False,
        reason=(
            "A step multiplies the error of its point by 1 − η(1 + x₁² + x₂²), and far from the "
            "middle that is beyond −1."
        ),
        task="Take a learning rate of 0.01: then no point of the plane is too far.",
    ),
}
"""By names that stay, so that a link may have them."""
