/** Bars of a layer beside its bins, in this order after the last of them. */
export const BARS_APART = ['zero', 'below', 'above', 'missing'] as const;
