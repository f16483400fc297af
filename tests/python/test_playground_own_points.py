"""Points that a reader brings: typed, drawn, or as a table."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop.message.table_text import TableError
from backprop.playground import Playground, Settings, own_points


@pytest.mark.parametrize(
    ("text", "points", "dataset", "classes", "names"),
    [
        ("1,2,0\n3,4,1", ((1, 2, -1), (3, 4, 1)), "own", 2, ("0", "1")),
        ("x;y;t\n0,5;2;1\n3;4;-1", ((0.5, 2, 1), (3, 4, -1)), "own", 2, ("-1", "1")),
        ("class,x,y\ncat,1,2\ndog,3,4", ((1, 2, -1), (3, 4, 1)), "own", 2, ("cat", "dog")),
        ("1\t2\t3\n3\t4\t1\n5\t5\t2", ((1, 2, 2), (3, 4, 0), (5, 5, 1)), "own", 3, ("1", "2", "3")),
        ("1,2,0.5\n3,4,1\n5,5,2", ((1, 2, 0.5), (3, 4, 1), (5, 5, 2)), "reg-own", 2, ()),
    ],
)
def test_a_table_is_points_with_classes_or_with_targets(text, points, dataset, classes, names):
    found = own_points(text)
    assert found.points == points
    assert (found.dataset, found.classes, found.class_names) == (dataset, classes, names)


def test_columns_beyond_the_plane_are_scaled_into_it_and_that_is_told():
    found = own_points("150,-20,a\n160,-20,b\n170,-20,a")
    # (150, 160, 170) has the middle 160 and the range 20, so a tenth of that is 2.
    assert [point[:2] for point in found.points] == [(-5, 0), (0, 0), (5, 0)]
    assert found.sentence == (
        "3 points of 2 classes. x is (its column − 160) ÷ 2. y is (its column + 20) ÷ 1."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no examples"),
        ("1,2,a", "1 example; 2 to 2,000"),
        ("1,2,a\n3,4,a", "1 class;"),
        ("1,2,a\n3,b,c", "Line 2, column 2: “b” is no number."),
        ("1,2,a\n3,4", "Line 2 has 2 columns"),
        ("1,2,a\n3,1e7,c", "Line 2, column 2: "),
        ("\n".join(f"1,2,{letter}" for letter in "abcdefg"), "7 classes"),
        ("1,2,0.5\n" * 2_001, "2,001 examples"),
        ("1" * 400_001, "400,000 characters"),
    ],
)
def test_a_text_that_is_no_table_of_points_is_refused_with_its_place(text, said):
    with pytest.raises(ValueError, match=said):
        own_points(text)


def test_own_points_are_trained_on_as_any_others():
    found = own_points("x,y,label\n-1,-1,a\n1,1,b\n1,-1,c\n-1,-2,a\n2,1,b\n2,-1,c")
    settings = Settings(
        dataset=found.dataset, points=found.points, classes=found.classes, training_percent=70
    )
    playground = Playground(settings)
    assert (len(playground.training), len(playground.test)) == (4, 2)
    together = np.concatenate([playground.training_points, playground.test_points])
    assert sorted(map(tuple, together)) == sorted(point[:2] for point in found.points)
    assert playground.network.activations[-1] == "softmax"


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"points": ()}, "points"),
        ({"points": ((0, 0, 1), (0, 0, 0))}, r"points\[1\]: a label"),
        ({"points": ((0, 0, 1), (0, float("nan"), 1))}, r"points\[1\]: a coordinate"),
        ({"points": ((0, 0, 3),) * 2, "classes": 3}, "0, 1, 2"),
        ({"points": ((0, 0, 1e9),) * 2, "dataset": "reg-own"}, "target"),
    ],
)
def test_points_that_make_no_sense_are_refused_by_their_number(fields, word):
    with pytest.raises(ValueError, match=word):
        Settings(**({"dataset": "own"} | fields))


cells = st.sampled_from(["", "0", "-1.5", "1e9", "nan", "a", '"', "−2", "0,5", "1_0"])


@given(st.text(max_size=40) | st.lists(st.lists(cells, max_size=4).map(";".join)).map("\n".join))
def test_any_text_is_points_or_a_refusal(text):
    try:
        found = own_points(text)
    except TableError:
        return
    settings = Settings(dataset=found.dataset, points=found.points, classes=found.classes)
    assert len(settings.points) >= 2
