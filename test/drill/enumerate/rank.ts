/**
 * Rank tests of samples, without assuming how times are distributed: Kruskal-Wallis over all groups (H with the correction for
 * ties, chi-squared with k − 1 degrees of freedom), and of a pair the chance that a value of one is above one of the other
 * (Mann-Whitney U / n₁n₂): 0.5 tells nothing, 1 everything.
 */

/** Mean ranks of all values together, and the correction for ties. */
function ranksOf(groups: readonly (readonly number[])[]) {
  const all = groups.flatMap((group, g) => group.map((value) => ({ value, g })));
  all.sort((a, b) => a.value - b.value);
  const sums = groups.map(() => 0);
  let ties = 0;
  for (let i = 0; i < all.length; ) {
    let j = i;
    while (j < all.length && all[j]?.value === all[i]?.value) j++;
    const rank = (i + 1 + j) / 2;
    const t = j - i;
    ties += t ** 3 - t;
    for (; i < j; i++) sums[all[i]?.g as number] = (sums[all[i]?.g as number] as number) + rank;
  }
  const n = all.length;
  return { sums, n, correction: 1 - ties / (n ** 3 - n) };
}

/** The chance of differences as large as these between groups that do not differ. */
export function kruskalWallis(groups: readonly (readonly number[])[]): number {
  const { sums, n, correction } = ranksOf(groups);
  const sum = sums.reduce((all, rank, g) => all + rank ** 2 / (groups[g]?.length ?? 1), 0);
  const h = ((12 / (n * (n + 1))) * sum - 3 * (n + 1)) / correction;
  return chiSquaredAbove(h, groups.length - 1);
}

/** The chance that a value of `a` is above one of `b`, ties counted as half. */
export function above(a: readonly number[], b: readonly number[]): number {
  const { sums } = ranksOf([a, b]);
  const u = (sums[0] as number) - (a.length * (a.length + 1)) / 2;
  return u / (a.length * b.length);
}

/** Upper tail of chi-squared: the regularised incomplete gamma function Q(k/2, x/2), by series or continued fraction. */
export function chiSquaredAbove(x: number, k: number): number {
  const a = k / 2;
  const z = x / 2;
  if (z <= 0) return 1;
  const scale = Math.exp(-z + a * Math.log(z) - logGamma(a));
  if (z < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 1000 && term > sum * 1e-15; n++) sum += term *= z / (a + n);
    return 1 - sum * scale;
  }
  let b = z + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let f = d;
  for (let i = 1; i < 1000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const step = d * c;
    f *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return f * scale;
}

/** Lanczos, g = 7. */
function logGamma(x: number): number {
  const of = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const t = x + 6.5;
  const sum = of.reduce((all, c, i) => (i === 0 ? c : all + c / (x - 1 + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}
