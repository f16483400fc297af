"""Links of TensorFlow Playground: what is taken over, what is told not to be, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop.playground import Settings, from_link, to_link
from backprop.playground.features import FEATURES
from backprop.playground.link import KNOWN, read_link
from backprop.playground.sets.drawn_sets import CLASSIFICATION, REGRESSION
from backprop.playground.settings import ACTIVATIONS, REGULARISATIONS

SEED = "seed=0.1"


def test_a_bare_address_opens_the_defaults_and_tells_of_the_seed():
    settings, told = read_link("https://playground.tensorflow.org/")
    assert settings == Settings()
    assert len(told) == 1
    assert "no seed" in told[0]


def test_a_whole_link_is_read_name_by_name():
    settings, told = read_link(
        "https://playground.tensorflow.org/#activation=relu&regularization=L1&batchSize=7"
        "&dataset=spiral&regDataset=reg-gauss&learningRate=0.1&regularizationRate=0.003&noise=25"
        "&networkShape=8,7,6&seed=0.98765&showTestData=true&discretize=true&percTrainData=60&x=true"
        "&y=false&xTimesY=true&xSquared=true&ySquared=false&cosX=false&sinX=true&cosY=false"
        "&sinY=false&collectStats=false&problem=classification&initZero=false&hideText=false"
    )
    assert told == ()
    assert settings == Settings(
        seed="0.98765",
        dataset="spiral",
        noise=25,
        training_percent=60,
        features=("x", "xSquared", "xTimesY", "sinX"),
        hidden_layers=(8, 7, 6),
        activation="relu",
        learning_rate=0.1,
        batch_size=7,
        regularisation="L1",
        regularisation_rate=0.003,
        shows_test_data=True,
        discretised=True,
    )


@pytest.mark.parametrize(
    ("part", "field", "expected"),
    [
        ("problem=regression", "dataset", "reg-plane"),
        ("problem=regression&dataset=xor&regDataset=reg-gauss", "dataset", "reg-gauss"),
        ("networkShape=", "hidden_layers", ()),
        ("networkShape", "hidden_layers", (4, 2)),
        ("networkShape=2%2C3", "hidden_layers", (2, 3)),
        ("noise=&batchSize= ", "noise", 0),
        ("noise=61", "noise", 61),
        ("learningRate=1e-3", "learning_rate", 0.001),
        ("discretize=no&amp;noise=5", "discretised", True),
        ("y_hide=true", "features", ("x",)),
        ("noise=5&noise=7", "noise", 7),
        ("initZero=true", "initial_zero", True),
    ],
)
def test_values_that_the_page_takes_are_taken(part, field, expected):
    settings, told = read_link(f"https://a.fork/page#{part}&{SEED}")
    assert getattr(settings, field) == expected
    assert told == ()


@pytest.mark.parametrize(
    ("part", "field", "expected", "word"),
    [
        ("activation=swish", "activation", "tanh", "activation=swish"),
        ("dataset=moons", "dataset", "circle", "dataset=moons"),
        ("noise=2000", "noise", 50, "noise=2000"),
        ("noise=-3", "noise", 0, "noise=-3"),
        ("batchSize=2.5", "batch_size", 2, "batchSize=2.5"),
        ("batchSize=1e9", "batch_size", 2_000, "batchSize=1e9"),
        ("learningRate=fast", "learning_rate", 0.03, "learningRate=fast"),
        ("learningRate=NaN", "learning_rate", 0.03, "learningRate=NaN"),
        ("learningRate=1e999", "learning_rate", 100, "learningRate=1e999"),
        ("percTrainData=100", "training_percent", 99, "percTrainData=100"),
        ("networkShape=999,0,3.5", "hidden_layers", (16, 1, 3), "999,0,3.5"),
        ("networkShape=4,x", "hidden_layers", (4, 2), "4,x"),
        (f"networkShape={'2,' * 11}2", "hidden_layers", (2,) * 10, "first 10 hidden layers"),
        ("x=false&y=false", "features", ("x", "y"), "without inputs"),
        ("dropout=0.5", "noise", 0, "dropout"),
        ("playButton_hide=true", "noise", 0, "hides controls"),
    ],
)
def test_what_is_not_taken_over_is_told(part, field, expected, word):
    settings, told = read_link(f"#{part}&{SEED}")
    assert getattr(settings, field) == expected
    assert len(told) == 1
    assert word in told[0]


def test_a_text_that_is_no_link_is_refused():
    for text in ("", "hello", "https://example.org/?a=b"):
        with pytest.raises(ValueError, match="link"):
            from_link(text)
    with pytest.raises(ValueError, match="10,000 characters"):
        from_link("#" + "a" * 10_001)


settings_with_links = st.builds(
    Settings,
    seed=st.text("0123456789.abcXYZ_~-", min_size=1, max_size=12),
    dataset=st.sampled_from([*CLASSIFICATION, *REGRESSION]),
    noise=st.integers(0, 50),
    training_percent=st.integers(10, 90),
    features=st.sets(st.sampled_from([*FEATURES]), min_size=1).map(
        lambda chosen: tuple(name for name in FEATURES if name in chosen)
    ),
    hidden_layers=st.lists(st.integers(1, 16), max_size=10).map(tuple),
    activation=st.sampled_from(ACTIVATIONS),
    initial_zero=st.booleans(),
    learning_rate=st.floats(0, 100),
    batch_size=st.integers(1, 2_000),
    regularisation=st.sampled_from(REGULARISATIONS),
    regularisation_rate=st.floats(0, 100),
    shows_test_data=st.booleans(),
    discretised=st.booleans(),
)


@given(settings_with_links)
def test_a_link_that_was_written_reads_as_the_same_settings(settings):
    link = to_link(settings)
    assert link.startswith("https://playground.tensorflow.org/#")
    assert read_link(link) == (settings, ())


@pytest.mark.parametrize("fields", [{"momentum": 0.5}, {"optimiser": "adam"}])
def test_momentum_and_adam_have_no_link(fields):
    with pytest.raises(ValueError, match="no momentum and no Adam"):
        to_link(Settings(**fields))


def test_a_seed_that_a_browser_would_change_has_no_link():
    with pytest.raises(ValueError, match="seed"):
        to_link(Settings(seed="my seed"))


names = st.sampled_from([*sorted(KNOWN), "x_hide", "other"]) | st.text(max_size=5)
values = st.text(max_size=8) | st.sampled_from(["1e400", "-1", "NaN", "9" * 400, "%", "1,,2", "٣"])


@given(st.lists(st.tuples(names, values)))
def test_any_link_gives_settings_that_are_checked(pairs):
    settings, told = read_link("#" + "&".join(f"{name}={value}" for name, value in pairs))
    assert isinstance(settings, Settings)
    assert all(len(sentence) < 800 for sentence in told)


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"noise": 81}, "noise"),
        ({"dataset": "sea"}, "dataset"),
        ({"features": ("y", "x")}, "features"),
        ({"features": ()}, "features"),
        ({"hidden_layers": (0,)}, "hidden_layers"),
        ({"hidden_layers": (2,) * 11}, "hidden_layers"),
        ({"seed": ""}, "seed"),
    ],
)
def test_settings_that_make_no_sense_are_refused_by_name(fields, word):
    with pytest.raises(ValueError, match=word):
        Settings(**fields)
