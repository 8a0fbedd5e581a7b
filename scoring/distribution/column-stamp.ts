const stamps = new WeakMap<Float64Array, number>();
let nextStamp = 1;
/** A number for each column, so that another column of the same name is told apart. */
export function stampOf(values: Float64Array): string {
  let stamp = stamps.get(values);
  if (stamp === undefined) stamps.set(values, (stamp = nextStamp++));
  return String(stamp);
}
