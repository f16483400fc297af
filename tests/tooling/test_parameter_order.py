"""The page reads the flat vector of parameters in the order in which Python writes it."""

import json
import subprocess

import pytest

from backprop.core.parameter_layout import ParameterLayout
from places import WEB

SHAPES = [
    ([2, 2, 1], False, False),
    ([2, 3, 1], True, False),
    ([3, 2, 4, 2], True, True),
    ([1, 8, 1], False, True),
]
ADDRESSES = """
    import { parameterAddress, parameterCount } from %s;
    const shape = %s;
    const addresses = Array.from({ length: parameterCount(shape) }, (_, index) => {
      const { layer, source, target } = parameterAddress(shape, index);
      return [layer, source, target];
    });
    console.log(JSON.stringify(addresses));
"""


@pytest.mark.parametrize(("sizes", "biases", "skip"), SHAPES)
def test_every_parameter_has_the_same_address_on_both_sides(sizes, biases, skip):
    shape = {"layer_sizes": sizes, "use_biases": biases, "skip_to_output": skip}
    module = (WEB / "drawing" / "parameter_order.js").as_uri()
    script = ADDRESSES % (json.dumps(module), json.dumps(shape))
    command = ["node", "--input-type=module", "--eval", script]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    expected = ParameterLayout(tuple(sizes), use_biases=biases, skip_to_output=skip).addresses()
    assert json.loads(printed) == [list(address) for address in expected]
