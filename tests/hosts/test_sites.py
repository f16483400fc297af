"""Posts of real site generators, with a figure embedded as the guide tells authors to."""

from __future__ import annotations

import pytest
from generated_sites import hugo
from hosted_figures import assert_numbers_are_right, assert_xor_is_learnt

pytestmark = pytest.mark.usefixtures("no_page_errors")


def test_a_post_of_hugo(page, page_url, serve, tmp_path):
    url = serve(tmp_path / "site" / "public")
    hugo(
        tmp_path,
        url,
        f"""
# A figure

<script type="module" src="{page_url}backprop-figure.js"></script>

<backprop-figure figure="network" preset="2-2-1-a">
  <span slot="caption">Figure 1</span>
  <p>Without scripts there is a picture here.</p>
</backprop-figure>

And XOR:

<backprop-figure figure="xor"></backprop-figure>

The end.
""",
    )
    page.goto(url + "posts/figure/")
    assert_numbers_are_right(page)
    assert_xor_is_learnt(page)
