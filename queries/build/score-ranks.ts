/** Windows in which ranks are counted: the year, then the year and each segment. */
function windows(segments: number): { readonly name: string; readonly partition: string; readonly inside: string }[] {
  return [
    { name: 'overall', partition: 'year', inside: 'true' },
    ...Array.from({ length: segments }, (_, at) => ({
      name: `rank_${at}`,
      partition: `year, segment_${at}`,
      inside: `segment_${at} is not null`,
    })),
  ];
}

/** The ranked rows with their place and the score above them, in each window. */
export function placesSql(segments: number): string {
  const places = windows(segments).flatMap(({ name, partition }) => {
    const over = `over (partition by ${partition} order by score desc, firm)`;
    return [`lag(score) ${over} as above_${name}`, `row_number() ${over} as place_${name}`];
  });
  const kept = Array.from({ length: segments }, (_, at) => `segment_${at}`);
  return `places as (\nselect\n  ${['firm', 'year', 'score', ...kept, ...places].join(',\n  ')}\nfrom decided\nwhere status = 'ranked'\n)`;
}

/** Ranks 1-2-2-4 from unrounded scores: a score within 1e-9 × max(1, |a|, |b|) of the one above shares its rank. NULL outside a segment. */
export function ranksSql(segments: number): string {
  const ranks = windows(segments).map(({ name, partition, inside }) => {
    const isTie = `above_${name} - score <= 1e-9 * greatest(1e0, abs(above_${name}), abs(score))`;
    const over = `over (partition by ${partition} order by score desc, firm rows unbounded preceding)`;
    return `case when ${inside} then max(case when ${isTie} then 1 else place_${name} end) ${over} end as ${name}`;
  });
  return `ranked as (\nselect\n  ${['firm', 'year', ...ranks].join(',\n  ')}\nfrom places\n)`;
}
