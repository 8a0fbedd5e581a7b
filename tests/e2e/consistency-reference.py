"""What tests/e2e/consistency.spec.ts expects of the sample, by numpy and scipy from the points of every indicator.

The points come from the command line, the statistics from here:
    npm run score -- --data dist/web/sample/经营与研发_2014-2024.csv --data dist/web/sample/知识产权与项目_2014-2024.csv \\
        --data dist/web/sample/约束事项.csv --map data/sample-recipes/constraints.json \\
        --scheme data/schemes/chengdu-style-4x20-2023.json --out /tmp/scores
    python3 tests/e2e/consistency-reference.py /tmp/scores/scores.csv
"""
import csv
import sys

import numpy as np
from scipy import stats

FULL = np.array([8, 10, 5, 8, 5, 6, 4, 4, 5, 8, 5, 4, 3, 5, 6, 5, 4, 5], float)
WEIGHT = FULL / FULL.sum()
GROUPS = {'tech': range(0, 8), 'ops': range(8, 14), 'city': range(14, 18)}
rows = [row for row in csv.DictReader(open(sys.argv[1], encoding='utf-8-sig')) if row['year'] == '2024' and row['status'] == 'ranked']


def shares(chosen):
    points = [[float(row[f'points:C{j + 1:02d}'] or 'nan') for j in range(18)] for row in chosen]
    return np.array(points) / FULL, np.array([float(row['score']) for row in chosen])


X, score = shares(rows)
print('ranked', len(rows))
both = ~np.isnan(X[:, 0]) & ~np.isnan(X[:, 1])
for name, method in [('pearson', stats.pearsonr), ('spearman', stats.spearmanr), ('kendall', stats.kendalltau)]:
    print(f'{name} of C02 with C01', round(method(X[both, 0], X[both, 1]).statistic, 2), 'n', both.sum())
for name, columns in GROUPS.items():
    M = X[:, list(columns)]
    M = M[~np.isnan(M).any(1)]
    k = M.shape[1]
    values = np.linalg.eigvalsh(np.corrcoef(M.T))[::-1]
    alpha = k / (k - 1) * (1 - M.var(0, ddof=1).sum() / M.sum(1).var(ddof=1))
    print(name, 'alpha', round(alpha, 2), 'n', len(M), 'first', round(values[0] / k, 2), 'above 1', (values > 1).sum())
entropy = []
for j in range(18):
    x = X[~np.isnan(X[:, j]), j]
    p = x[x > 0] / x.sum()
    entropy.append(1 + (p * np.log(p)).sum() / np.log(len(x)))
print('entropy weights', (np.array(entropy) / sum(entropy)).round(3))
complete = X[~np.isnan(X).any(1)]
balanced = np.linalg.solve(np.cov(complete.T), complete.std(0, ddof=1) * WEIGHT)
print('balance negative at', [f'C{j + 1:02d}' for j in range(18) if balanced[j] < 0], 'n', len(complete))


def rank(values):
    return stats.rankdata(-np.round(values, 10), method='min')


def compare(name, values, official):
    a, b = rank(official), rank(values)
    top = [set(np.where(one <= 20)[0]) for one in (a, b)]
    print(name, 'n', len(a), 'tau', round(stats.kendalltau(a, b).statistic, 2), 'top 20', len(top[0] & top[1]), 'of', max(map(len, top)), 'mean', round(abs(a - b).mean(), 1), 'most', abs(a - b).max())


for industry in (None, '集成电路'):
    own = [row for row in rows if industry in (None, row['industry'])]
    Z, official = shares(own)
    Z = np.nan_to_num(Z, nan=0.0)  # Every indicator of this scheme earns 0 where it is missing.
    V = Z / np.sqrt((Z**2).sum(0)) * WEIGHT
    best, worst = np.sqrt(((V - V.max(0)) ** 2).sum(1)), np.sqrt(((V - V.min(0)) ** 2).sum(1))
    compare(f'topsis {industry}', worst / (best + worst), official)
    if len(own) <= 3000:
        wins = np.zeros(len(own))
        for i in range(len(own)):
            net = (((Z[i] - Z) > 1e-9) * WEIGHT - ((Z - Z[i]) > 1e-9) * WEIGHT).sum(1)
            wins[i] = (net > 1e-9).sum() - (net < -1e-9).sum()
        compare(f'copeland {industry}', wins, official)
