/** How values are laid along an axis: as they are, or by log10(1 + x), which has a place for 0 but none below it. */
export type Scale = 'linear' | 'log1p';

/** Where a value stands on a scale; NaN where it has no place (below 0 on a logarithm). Rising, so that sorted values stay sorted. */
export function onScale(value: number, scale: Scale): number {
  if (scale === 'linear') return value;
  return value < 0 ? NaN : Math.log1p(value) * Math.LOG10E;
}

/** The value that stands at a place of a scale. */
export function offScale(place: number, scale: Scale): number {
  return scale === 'linear' ? place : Math.expm1(place * Math.LN10);
}

/** Each value's place on a scale, NaN where it has none. */
export function columnOnScale(values: Float64Array, scale: Scale): Float64Array {
  if (scale === 'linear') return values;
  const places = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) places[i] = onScale(values[i]!, scale);
  return places;
}
