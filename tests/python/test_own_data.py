from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import engine

THREE = [[0.5, -1.0, 1.0], [0.25, 2.0, 0.0], [1e-3, 0.0, 0.5]]


def asked(text: object, **more: object) -> dict[str, Any]:
    return engine.handle({"kind": "own_data", "text": text, **more})


def looked_at(text: str) -> dict[str, Any]:
    return engine.handle({"kind": "own_columns", "text": text})


@pytest.mark.parametrize(
    "text",
    [
        "0.5,-1,1\n0.25,2,0\n0.001,0,0.5\n",
        "x1,x2,t\r\n0.5,-1,1\r\n0.25,2,0\r\n1e-3,0,.5",
        "\ufeffx;y;class\n0,5;−1;1\n0,25;2;0\n0,001;0;0,5\n",
        "0.5\t-1\t1\n\n0.25\t2\t0\n  \n0.001\t0\t0.5\n\t\t\n",
        '"0.5","-1","1"\n 0.25 , 2 , 0 \n0.001,0,0.5,\n',
    ],
)
def test_a_table_is_read_as_people_write_it(text: str) -> None:
    answer = asked(text)
    assert answer["kind"] == "own_data", answer
    assert np.reshape(answer["points"], (-1, 3)).tolist() == THREE
    assert answer["count"] == 3
    assert answer["sentence"] == "3 examples, 2 of them with a target of 0.5 or more."


@pytest.mark.parametrize(
    "text",
    [
        "label,x1,x2\n1,0.2,0.7\n0,0.9,-0.1\n",
        "label,x,y\n1,0.2,0.7\n0,0.9,-0.1\n",
        "Target;x;y2\n1;0,2;0,7\n0;0,9;-0,1\n",
        "sep=,\nx1,x2,t\n0.2,0.7,1\n0.9,-0.1,0\n",
        "sep=;\n0.2;0.7;1\n0.9;-0.1;0\n",
        "x1,x2,y\n0.2,0.7,1\n0.9,-0.1,0\n",
    ],
)
def test_a_line_of_names_says_which_column_is_the_target(text: str) -> None:
    answer = asked(text)
    assert answer["kind"] == "own_data", answer
    assert np.reshape(answer["points"], (-1, 3)).tolist() == [[0.2, 0.7, 1], [0.9, -0.1, 0]]


@pytest.mark.parametrize(
    ("text", "roles", "why"),
    [
        ("label,a,b\n1,2,3\n0,4,5", "target input input", "“label” is taken as the target: its"),
        ("y,x,label\n1,0,3\n0,4,1", "input input target", "“label” is taken as the target: its"),
        ("t,x,y\n1,2,3\n0,4,5", "target input input", "“t” is taken as the target: its name"),
        ("1,0.2,0.7\n0,0.9,-0.1", "target input input", "no other column holds 0 and 1 alone"),
        ("0.2,-1,0.7\n0.9,1,0.1", "input target input", "no other column holds −1 and 1 alone"),
        ("yes,2,1\nno,3,0", "target input input", "Column 1 is taken as the target: no other"),
        ("0.3,2,0.6\n0.1,3,0.5", "input input target", "it is the last column"),
        (
            "id,town,x1,x2,class\n1,Ulm,2,3,0\n2,Bern,4,5,1",
            "unused unused input input target",
            "“id” counts the rows, so it is not used. “town” holds words, so it is not used.",
        ),
        (
            ",a,b,c,d,e,y\n0,u,v,w,1,2,0\n1,r,s,t,3,4,1",
            "unused unused unused unused input input target",
            "“b” holds words, so it is not used. The same goes for 1 other column.",
        ),
    ],
)
def test_a_first_look_says_what_each_column_is_taken_for_and_why(
    text: str, roles: str, why: str
) -> None:
    look = looked_at(text)
    assert " ".join(column["role"] for column in look["columns"]) == roles
    assert why in look["sentence"]
    assert [len(row) for row in look["rows"]] == [len(look["columns"])] * 2


def test_a_first_look_shows_the_first_lines_and_shortens_what_is_long() -> None:
    look = looked_at("x,y,t\n" + f"1,2,{'o' * 40}\n3,4,no\n" * 3)
    assert look["rows"][:2] == [["1", "2", "o" * 23 + "…"], ["3", "4", "no"]]
    assert len(look["rows"]) == 4
    assert [column["name"] for column in look["columns"]] == ["x", "y", "t"]


def test_a_reader_may_say_what_the_columns_are() -> None:
    text = "a,b,c,d\n0,1,0.5,0.25\n1,0,0.75,1"
    answer = asked(text, roles=["target", "unused", "input", "input"])
    assert np.reshape(answer["points"], (-1, 3)).tolist() == [[0.5, 0.25, 0], [0.75, 1, 1]]
    for roles, said in (
        (["input", "unused", "input", "input"], "No column is chosen as the target"),
        (["target", "target", "input", "input"], "2 columns are chosen as the target"),
        (["target", "unused", "unused", "unused"], "No column is chosen as input"),
        (["target", "input", "input"], "It has 4 columns, and 3 roles were chosen."),
    ):
        assert said in asked(text, roles=roles)["message"]
    assert asked(text, roles=["label"] * 4)["field"] == "roles[0]"
    assert asked(text, roles="input")["field"] == "roles"


@pytest.mark.parametrize(
    ("targets", "values", "said"),
    [
        ("yes no yes", [1, 0, 1], "“no” is taken as the target 0, “yes” as 1."),
        ("nein ja ja", [0, 1, 1], "“nein” is taken as the target 0, “ja” as 1."),
        ("dog cat cat", [1, 0, 0], "“cat” is taken as the target 0, “dog” as 1."),
        ("True False True", [1, 0, 1], "“False” is taken as the target 0, “True” as 1."),
        ("2 1 1", [1, 0, 0], "The target 1 is taken as 0, 2 as 1."),
        ("-1 1 −1", [-1, 1, -1], "Targets of −1 and 1 stay so for tanh and linear outputs."),
        ("0 1 0.5", [0, 1, 0.5], "3 examples, 2 of them with a target of 0.5 or more."),
    ],
)
def test_two_names_or_numbers_become_targets_and_it_is_told_which_is_which(
    targets: str, values: list[float], said: str
) -> None:
    lines = [f"0.5,0.25,{target}" for target in targets.split()]
    answer = asked("x1,x2,label\n" + "\n".join(lines))
    assert answer["points"][2::3] == values
    assert said in answer["sentence"]


@pytest.mark.parametrize(
    "text",
    [
        "0.5 -1   1\n0.25  2 0\n  0.001 0 0.5\n",
        "x1|x2|t\n0.5|-1|1\n0.25|2|0\n0.001|0|0.5",
        "sep=;\nx1;x2;t\n0,5;-1;1\n0,25;2;0\n0,001;0;0,5",
        "SEP=\t\n0,5\t-1\t1\n0,25\t2\t0\n0,001\t0\t0,5",
    ],
)
def test_other_separators_are_read(text: str) -> None:
    assert np.reshape(asked(text)["points"], (-1, 3)).tolist() == THREE


def test_large_inputs_are_taken_with_a_word_of_advice() -> None:
    assert "from −1 to 1" in str(asked("100,5,0\n10,5,1\n")["sentence"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no examples"),
        ("\n ,,\n", "no examples"),
        ("hello", "Line 1 has one column"),
        ("1,2,1", "It has 1 example; 2 to 2,000"),
        ("a,b,c\n1,2,1", "It has 1 example; 2 to 2,000"),
        ("x1,t\n0.1,0.2", "It has 1 example; 2 to 2,000"),
        ("x1,\n0.1,\n0.2,", "Line 2 has 1 column between its commas; it needs 2 at least"),
        ("PK\x03\x04\x14", "That is a workbook: save it as CSV"),
        ("1,2,0.5\n0.5,0.5,-1", "(the target): −1 is outside 0 to 1; beside it all others"),
        ("1,2,yes\n1,2,no\n1,2,maybe", "Line 3, column 3 (the target): “maybe” is a third name"),
        ("1,2,yes\n1,3,yes", "Column 3 (the target) holds “yes” in every line"),
        ("1,2,yes\n1,3,", "Line 2, column 3 (the target): nothing stands there."),
        ("label,a,b\nyes,1,2\n,1,3", "Line 3, column 1 (the target): nothing stands there."),
        ("a,b,c\n", "names of columns, and no line of numbers"),
        ("1," * 40 + "1\n", "It has 41 columns; 32 can be looked at."),
        ("a b,c d,e\n1 2,3,4\n1,2,0", "Line 2, column 1 (the first input): “1 2” is no number."),
        ("1,2,3,4,5,6,7,8,9,1\n" * 2, "9 columns are chosen as input; a network here takes 1 to 8"),
        ("a,b,1\nc,d,0", "No column is chosen as input; a network here takes 1 to 8"),
        (
            "1,2,3,1\n" * 1501,
            "1,501 examples of 3 inputs and a target are 6,004 numbers; 6,000 can be used.",
        ),
        ("1,2,1\n" * 2001, "2,001 examples"),
        ("1,2,1\n1,2", "Line 2 has 2 columns between its commas; it needs 3"),
        ("1,2,1\n\n3", "Line 3 has 1 column between its commas"),
        ("1;2;1\n1,2,1", "Line 2 has 1 column between its semicolons"),
        ("1,2,1\n1,2,3,4", "Line 2 has 4 columns"),
        ("1,2,1\n1,abc,0", "Line 2, column 2 (the second input): “abc” is no number."),
        ("1,2,1\n,2,0", "Line 2, column 1 (the first input): nothing stands there."),
        ("1,2,1\n1,2,7", "Line 2, column 3 (the target): 7 is outside 0 to 1."),
        ("1,2,1\n1e7,2,0", "Line 2, column 1 (the first input): 1×10⁷ is outside"),
        ("1,2,1\n1,nan,0", "“nan” is no number"),
        ("1,2,1\n1,inf,0", "“inf” is no number"),
        ("1,2,1\n1_0,2,0", "“1_0” is no number"),
        ('1,2,1\n1,"2', "Line 2 has 2 columns"),
        ("x" * 400_001, "400,000 characters"),
        ("1,2,1\n" + "x" * 200_000, "Line 2 is no line of a table"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_line_and_column(text: str, said: str) -> None:
    answer = asked(text)
    assert (answer["kind"], answer["field"]) == ("error", "text")
    assert said in str(answer["message"])


def test_what_is_no_text_is_refused() -> None:
    assert asked(3)["field"] == "text"
    assert engine.handle({"kind": "own_data"})["code"] == "missing_field"


def test_one_input_to_eight_are_read_and_told_by_their_names() -> None:
    one = asked("hours,passed\n1,no\n4,yes")
    assert (one["inputs"], one["points"]) == (1, [1, 0, 4, 1])
    many = asked("label,a,b,c\n1,2,3,4\n0,5,6,7")
    assert (many["inputs"], many["points"]) == (3, [2, 3, 4, 1, 5, 6, 7, 0])
    assert "x₁ is “a”, x₂ is “b”, x₃ is “c”." in many["sentence"]
    eight = asked("1,2,3,4,5,6,7,8,1\n8,7,6,5,4,3,2,1,0")
    assert (eight["inputs"], len(eight["points"])) == (8, 18)


@given(st.text(alphabet="0123456789.,;\t\n -eE\"'_nan∞x\r\ufeff", max_size=60) | st.text())
def test_any_text_is_answered_or_refused_in_words(text: str) -> None:
    answer = asked(text)
    assert answer["kind"] in ("own_data", "error")
    assert answer.get("code") != "internal", text
    look = looked_at(text)
    assert look["kind"] in ("own_columns", "error")
    assert look.get("code") != "internal", text
