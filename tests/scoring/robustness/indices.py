"""Reference for factorial.test.ts: first-order and total indices of a full grid by closed indices of subsets, with numpy.

S_i = Vc({i}) / V and ST_i = 1 - Vc(all but i) / V, where Vc(u) = Var(E[y | x_u]); the product computes ST_i as E[Var(y | all but i)] / V instead.
Run: python3 tests/scoring/robustness/indices.py
"""
import numpy as np


def indices(levels, y):
    grid = np.array(y, float).reshape(levels)
    v = grid.var()
    axes = range(len(levels))
    closed = lambda keep: grid.mean(axis=tuple(a for a in axes if a not in keep)).var()
    return [closed([i]) / v for i in axes], [1 - closed([a for a in axes if a != i]) / v for i in axes]


for levels, y in [((2, 3), [1, 4, 2, 8, 5, 7]), ((2, 2, 2), [3, 1, 4, 1, 5, 9, 2, 6])]:
    print(levels, *indices(levels, y))


def shape(x):
    x = np.array(x, float)
    n = len(x)
    d = x - x.mean()
    m2, m3, m4 = (np.mean(d**k) for k in (2, 3, 4))
    g1 = np.sqrt(n * (n - 1)) / (n - 2) * m3 / m2**1.5
    g2 = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (m4 / m2**2 - 3) + 6)
    return g1, g2


print(shape([1, 2, 3, 4, 5, 6, 7, 8, 9, 100]))
