"""Expected values of relative rules, treatments, means and advice, by NumPy and SciPy. Run: python3 expected.py > expected.json"""

import json

import numpy as np
from scipy import stats

MONEY = [3.0, 12.5, 7.0, 0.4, 95.0, 8.0, 7.0, 21.0, 5.5, 400.0]
SHARES = [0.9, 0.35, 0.6]
WEIGHTS = [30.0, 10.0, 20.0]
TAILS = [-500.0, *[float(n) for n in range(1, 21)], 500.0]

values = np.array(MONEY)
z = stats.zscore(values, ddof=1)
low, high = np.quantile(values, [0.1, 0.9], method="linear")
within = np.clip(values, low, high)
logged = np.log(values - values.min() + 0.01 * np.ptp(values))
both = np.log(within - within.min() + 0.01 * np.ptp(within))


def shape(list_):
    return {
        "skewness": stats.skew(list_, bias=False),
        "kurtosis": stats.kurtosis(list_, bias=False),
        "far": int(np.sum(np.abs(list_ - np.median(list_)) > 3.5 * stats.median_abs_deviation(list_) / 0.6745)),
    }


def min_max(list_):
    return (100 * (list_ - list_.min()) / np.ptp(list_)).tolist()


print(
    json.dumps(
        {
            "zScore": (100 * np.clip((z + 1) / 3, 0, 1)).tolist(),
            "zScoreLess": (100 * np.clip((-z + 1) / 3, 0, 1)).tolist(),
            "winsorised": min_max(within),
            "logged": min_max(logged),
            "both": min_max(both),
            "geometric": 60 * stats.gmean(SHARES, weights=WEIGHTS),
            "harmonic": 60 * stats.hmean(SHARES, weights=WEIGHTS),
            "power": 60 * stats.pmean(SHARES, 2, weights=WEIGHTS),
            "money": shape(values),
            "tails": shape(np.array(TAILS)),
        },
        indent=2,
    )
)
