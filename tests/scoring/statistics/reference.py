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

# Two groups far apart and near: the distribution of Kolmogorov at D √(nm ÷ (n + m)), by scipy.special; R's own is good to 1e-6 only.
from scipy import special

G = np.array([0, 3, 5, 5, 8, 12, 12, 12, 15, 18, 20, 22, 25, 25, 30, 31, 36, 40, 44, 50, 52, 60, 60, 75, 80, 96, 100, 120, 120, 150, 180, 200,
              240, 300, 360, 480, 500, 900, 1500, 4000.0])
H = np.array([1, 2, 5, 9, 12, 12, 20, 25, 28, 30, 36, 45, 60, 66, 70, 90, 96, 110, 120, 150, 150, 210, 240, 260, 310, 360, 400, 520, 610, 800,
              1200, 2500.0])
for other in [H, 2 * H + 30, H + 1000]:
    d = stats.ks_2samp(G, other).statistic
    print('ks', d, special.kolmogorov(d * np.sqrt(40 * 32 / 72)))
    u = stats.mannwhitneyu(G, other, method='asymptotic', use_continuity=True)
    print('mann-whitney', u.statistic, u.pvalue)
print('normal tail', special.ndtr([-37.0, -5.0, -1.96, 1.0]), 'chi-square tail', special.chdtrc([1, 1, 4, 50, 999, 7], [0.5, 3.84, 10, 100, 1200, 400]))
