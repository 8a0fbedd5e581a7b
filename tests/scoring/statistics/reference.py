"""Values expected by the tests of scoring/statistics and scoring/weights, by numpy and scipy.

Run: python3 tests/scoring/statistics/reference.py  (numpy 2, scipy 1.17)
Every number printed here stands as a literal in a test; nothing of Miaopu is used.
"""
import numpy as np
from scipy import stats

nan = np.nan
# Twelve firms, ties and gaps on purpose.
A = np.array([1, 2, 2, 3, 5, 8, 8, 8, 9, 10, nan, 4.0])
B = np.array([2, 1, 4, 3, 3, 9, 7, nan, 9, 8, 5, 3.0])
C = np.array([9, 9, 7, 8, 5, 3, nan, 2, 2, 1, 4, 6.0])


def pairwise(x, y, method):
    both = ~np.isnan(x) & ~np.isnan(y)
    return getattr(method(x[both], y[both]), 'statistic'), int(both.sum())


for name, method in [('pearson', stats.pearsonr), ('spearman', stats.spearmanr), ('kendall', stats.kendalltau)]:
    print(name, *(f'{r:.12f} n={n}' for r, n in (pairwise(B, A, method), pairwise(C, A, method), pairwise(C, B, method))))

x = A[~np.isnan(A)]
print('quantiles 0.1 0.25 0.5 0.9', np.quantile(x, [0.1, 0.25, 0.5, 0.9]))
print('G1 G2', stats.skew(x, bias=False), stats.kurtosis(x, bias=False))
heavy = np.array([-500, *range(1, 21), 500], float)
print('heavy G1 G2', stats.skew(heavy, bias=False), stats.kurtosis(heavy, bias=False))

# Complete cases of A, B and −C.
M = np.stack([A, B, -C], 1)
M = M[~np.isnan(M).any(1)]
k, n = M.shape[1], len(M)
cov = np.cov(M.T)
off = cov[~np.eye(k, dtype=bool)].mean()
print('alpha', k * k * off / cov.sum(), 'n', n)
R = np.corrcoef(M.T)
values, vectors = np.linalg.eigh(R)
first = vectors[:, -1] * np.sign(vectors[:, -1].sum()) * np.sqrt(values[-1])
print('pca values', values[::-1], 'loadings', first)

# A firm-year table of points shares: five firms, four indicators.
S = np.array([[0.2, 0.9, 0.0, 0.5], [0.4, 0.1, 0.3, 0.6], [0.9, 0.4, 0.0, 0.4], [0.7, 0.5, 0.8, 0.1], [0.1, 0.3, 1.0, 0.9], [0.6, 0.8, 0.2, 0.3]])
p = S / S.sum(0)
e = -np.where(p > 0, p * np.log(np.where(p > 0, p, 1)), 0).sum(0) / np.log(len(S))
print('entropy', (1 - e) / (1 - e).sum())
z = (S - S.min(0)) / (S.max(0) - S.min(0))
c = z.std(0, ddof=1) * (1 - np.corrcoef(z.T)).sum(0)
print('critic', c / c.sum())
t = np.array([4, 3, 2, 1.0])
D = np.diag(S.std(0, ddof=1))
w = np.linalg.solve(np.cov(S.T), D @ t)
print('balance', w / w.sum(), 'reached', [np.corrcoef(S @ w, S[:, j])[0, 1] for j in range(4)])
T = S[:, :3]
w = np.linalg.solve(np.cov(T.T), np.diag(T.std(0, ddof=1)) @ np.array([1, 1, 1.0]))
print('balance of three', w / w.sum(), 'reached', [np.corrcoef(T @ w, T[:, j])[0, 1] for j in range(3)])
