import type { Scale } from './scale';

/** A round figure on an axis. `step` says how fine its neighbours are, and with it how many decimals it needs. */
export interface Tick {
  readonly value: number;
  readonly at: number;
  readonly step: number;
}

/** Round figures of a scale, at least about `gap` apart, ascending. Steps are 1, 2 or 5 times a power of ten, and not below `least`. */
export function ticksOf(scale: Scale, gap: number, least = 0): readonly Tick[] {
  if (scale.high <= scale.low) return [{ value: scale.low, at: scale.at(scale.low), step: magnitude(scale.low) }];
  const drawn = scale.isLog ? logTicks(scale, gap) : [];
  return drawn.length > 1 ? drawn : evenTicks(scale, gap, least);
}

function evenTicks({ low, high, from, to, at }: Scale, gap: number, least: number): readonly Tick[] {
  const rough = ((high - low) * gap) / Math.max(1, Math.abs(to - from));
  const power = magnitude(rough);
  const step = Math.max(least, power * ([1, 2, 5].find((times) => times * power >= rough * 0.999) ?? 10));
  const ticks: Tick[] = [];
  for (let count = Math.ceil(low / step - 1e-9); count * step <= high + step * 1e-9; count++) {
    const value = exact(count * step);
    ticks.push({ value, at: at(value), step });
  }
  return ticks;
}

/** Powers of ten from the highest down; where they are fewer than three, 5 and 2 times them too. Each stands where those before it leave room. */
function logTicks({ low, high, at }: Scale, gap: number): readonly Tick[] {
  const top = Math.floor(Math.log10(high) + 1e-9);
  const taken: Tick[] = [];
  const take = (value: number, step: number): void => {
    if (value < low || value > high || taken.some((tick) => Math.abs(tick.at - at(value)) < gap)) return;
    taken.push({ value, at: at(value), step });
  };
  take(0, 1);
  for (const times of [1, 5, 2]) {
    if (times !== 1 && taken.filter(({ value }) => value > 0).length >= 3) break;
    for (let power = top; power > top - 12; power--) take(exact(times * 10 ** power), exact(10 ** power));
  }
  return taken.sort((a, b) => a.value - b.value);
}

function magnitude(value: number): number {
  return value === 0 ? 1 : 10 ** Math.floor(Math.log10(Math.abs(value)));
}

/** 0.3 rather than 0.30000000000000004. */
function exact(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}
