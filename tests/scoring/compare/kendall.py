"""Makes kendall-scipy.json: rankings with and without ties, and Kendall's tau-b of each pair by scipy.stats.kendalltau. Run by hand:
python3 kendall.py && npx prettier --write kendall-scipy.json"""

import json
import pathlib
import random

from scipy.stats import kendalltau, rankdata

random.seed(20261130)
cases = []
for n, values in [(2, 9), (3, 3), (5, 5), (8, 3), (12, 4), (20, 100), (30, 6), (40, 1000), (60, 12), (120, 40)]:
    for _ in range(3):
        a = [int(rank) for rank in rankdata([random.randrange(values) for _ in range(n)], method="min")]
        b = [int(rank) for rank in rankdata([random.randrange(values) for _ in range(n)], method="min")]
        tau = float(kendalltau(a, b, variant="b").statistic)
        cases.append({"a": a, "b": b, "tau": None if tau != tau else tau})
path = pathlib.Path(__file__).with_name("kendall-scipy.json")
path.write_text(json.dumps(cases, separators=(",", ":")) + "\n")
