# Values expected by the tests of scoring/statistics, by R 4.2 without packages.
# Run: Rscript tests/scoring/statistics/reference.R
# Every number printed here stands as a literal in a test; nothing of Miaopu is used.
options(digits = 15)
show <- function(name, x) cat(name, ":", paste(format(x, digits = 15, trim = TRUE), collapse = " "), "\n")

# Forty firms' R&D (10,000 yuan), skewed and with ties; thirty-two of another industry.
G <- c(0, 3, 5, 5, 8, 12, 12, 12, 15, 18, 20, 22, 25, 25, 30, 31, 36, 40, 44, 50,
       52, 60, 60, 75, 80, 96, 100, 120, 120, 150, 180, 200, 240, 300, 360, 480, 500, 900, 1500, 4000)
H <- c(1, 2, 5, 9, 12, 12, 20, 25, 28, 30, 36, 45, 60, 66, 70, 90,
       96, 110, 120, 150, 150, 210, 240, 260, 310, 360, 400, 520, 610, 800, 1200, 2500)

cat("--- density\n")
show("bw.nrd0 G, H, both", c(bw.nrd0(G), bw.nrd0(H), mean(c(bw.nrd0(G), bw.nrd0(H)))))
kernel <- function(x, g, h) sapply(g, function(at) mean(dnorm((at - x) / h)) / h)
at <- c(0, 50, 100, 400, 1500)
show("kernel G", kernel(G, at, bw.nrd0(G)))
show("reflected G", kernel(G, at, bw.nrd0(G)) + kernel(-G, at, bw.nrd0(G)))
show("half zeros bw", bw.nrd0(c(rep(0, 30), 1:10)))

cat("--- quartiles, fences, letter values\n")
show("quartiles G", quantile(G, c(0.25, 0.5, 0.75)))
f <- quantile(G, c(0.25, 0.75)) + c(-1.5, 1.5) * IQR(G)
show("within fences G", range(G[G >= f[1] & G <= f[2]]))
show("beyond fences G", c(sum(G < f[1]), sum(G > f[2])))
show("fivenum G", fivenum(G))

cat("--- bins\n")
show("FD width G without 0", 2 * IQR(G[G > 0]) / length(G[G > 0])^(1 / 3))
show("Scott width", 3.49 * sd(c(rep(5, 30), 1:10)) * 40^(-1 / 3))

cat("--- inequality\n")
gini <- function(x) { x <- sort(x); n <- length(x); sum((2 * seq_len(n) - n - 1) * x) / (n * sum(x)) }
show("gini by all pairs G, H", c(mean(abs(outer(G, G, "-"))) / 2 / mean(G), mean(abs(outer(H, H, "-"))) / 2 / mean(H)))
show("gini by ranks G, H", c(gini(G), gini(H)))
theilT <- function(x) { y <- x / mean(x); mean(ifelse(y > 0, y * log(ifelse(y > 0, y, 1)), 0)) }
theilL <- function(x) mean(log(mean(x) / x))
P <- c(G[-1], H)
g <- rep(1:2, c(length(G) - 1, length(H)))
show("theil T G, H, both", c(theilT(G), theilT(H), theilT(P)))
show("theil L H, both", c(theilL(H), theilL(P)))
s <- tapply(P, g, sum) / sum(P)
p <- tapply(P, g, length) / length(P)
m <- tapply(P, g, mean) / mean(P)
show("T within, between", c(sum(s * tapply(P, g, theilT)), sum(s * log(m))))
show("L within, between", c(sum(p * tapply(P, g, theilL)), sum(p * -log(m))))
show("HHI, 1/HHI, CR1, CR5, CR10 of G", { q <- sort(G / sum(G), decreasing = TRUE); c(sum(q^2), 1 / sum(q^2), q[1], sum(q[1:5]), sum(q[1:10])) })
d <- findInterval(G, quantile(G, 0:10 / 10), rightmost.closed = TRUE)
show("deciles of G: firms", tapply(G, d, length))
show("deciles of G: share", tapply(G, d, sum) / sum(G))

cat("--- two groups\n")
show("delta", mean(sign(outer(G, H, "-"))))
w <- wilcox.test(G, H, exact = FALSE, correct = TRUE)
show("wilcox G H: W, p", c(w$statistic, w$p.value))
w <- wilcox.test(G, 2 * H + 30, exact = FALSE, correct = TRUE)
show("wilcox G 2H+30: W, p", c(w$statistic, w$p.value))
# p to 1e-6 only; reference.py has more digits.
k <- suppressWarnings(ks.test(G, 2 * H + 30, exact = FALSE))
show("ks G 2H+30: D, p", c(k$statistic, k$p.value))

cat("--- several groups\n")
K <- c(12, 5, 30, 75, 120, 8, 60, 45, 45, 300)
x <- c(G, H, K, K + 200)
g <- rep(1:4, c(length(G), length(H), length(K), length(K)))
k <- kruskal.test(x, g)
show("kruskal: H, p", c(k$statistic, k$p.value))
n <- length(x)
r <- rank(x)
ties <- sum(table(x)^3 - table(x))
mr <- tapply(r, g, mean)
ng <- tapply(r, g, length)
pairs <- combn(4, 2)
z <- apply(pairs, 2, function(ij) (mr[ij[1]] - mr[ij[2]]) / sqrt((n * (n + 1) / 12 - ties / (12 * (n - 1))) * sum(1 / ng[ij])))
show("dunn z 12 13 14 23 24 34", z)
show("dunn p", 2 * pnorm(-abs(z)))
show("dunn holm", p.adjust(2 * pnorm(-abs(z)), "holm"))
show("holm", p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.005), "holm"))

cat("--- special functions\n")
show("upper normal tail -1 0 1 1.96 5 10 37", pnorm(c(-1, 0, 1, 1.96, 5, 10, 37), lower.tail = FALSE))
show("chi2 upper tail", pchisq(c(0, 0.5, 3.84, 10, 10, 100, 1200, 400), c(3, 1, 1, 4, 6.6, 50, 999, 7), lower.tail = FALSE))

cat("--- clusters\n")
M <- matrix(c(1, .9, .1, -.2, .05, .9, 1, .15, -.1, 0, .1, .15, 1, .3, .6, -.2, -.1, .3, 1, -.7, .05, 0, .6, -.7, 1), 5)
h <- hclust(as.dist(1 - abs(M)), "average")
print(h$merge)
show("heights", h$height)
