"""Quantiles, which NumPy finds only with parts of it that a page's Python does not carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt


def quantile(values: npt.ArrayLike, share: float) -> float:
    """The value below which a share of the values lies, between two of them in proportion.

    The same as `numpy.quantile`; 0.5 gives the median.

    Args:
        values: `(n,)`, in any order.
        share: 0 to 1.

    Returns:
        NaN where there are no values.
    """
    rising = np.sort(np.asarray(values, dtype=np.float64))
    if not rising.size:
        return np.nan
    return float(np.interp(share * (rising.size - 1), np.arange(rising.size), rising))
