import type { FirmnessAsk } from '../../scoring/robustness/format';

/** What a person sets of the draws, and the length of the short list: as the address keeps it. */
export type FirmnessSettings = Pick<FirmnessAsk, 'how' | 'share' | 'draws' | 'seed' | 'k'>;
export const FIRMNESS_DEFAULTS: FirmnessSettings = { how: 'around', share: 0.25, draws: 1000, seed: 1, k: 20 };

/** Least and most of each number, as the page lets them be set; but for the share they are whole. */
const RANGES = { share: [0, 1], draws: [100, 5000], seed: [0, 2 ** 32 - 1], k: [1, 1e6] } as const;

/** Keys `fm.how`, `fm.share` (0…1), `fm.draws`, `fm.seed`, `fm.k` of an address. What cannot be read is refused and falls back. */
export function readFirmness(given: URLSearchParams, refuse: (key: string, value: string) => null): FirmnessSettings {
  const right = (key: string, text: string): boolean => {
    if (key === 'how') return text === 'any' || text === 'around';
    const [least, most] = RANGES[key as keyof typeof RANGES];
    return (key === 'share' ? /^\d[\d.e-]*$/ : /^\d+$/).test(text) && Number(text) >= least && Number(text) <= most;
  };
  const settings: Record<string, string | number> = { ...FIRMNESS_DEFAULTS };
  for (const key of Object.keys(settings)) {
    const text = given.get(`fm.${key}`);
    if (text === null) continue;
    if (right(key, text)) settings[key] = key === 'how' ? text : Number(text);
    else refuse(`fm.${key}`, text);
  }
  return settings as unknown as FirmnessSettings;
}

/** The same as key and value, only what differs from the defaults. */
export function firmnessEntries(settings: FirmnessSettings): [key: string, value: string][] {
  return Object.entries(FIRMNESS_DEFAULTS).flatMap(([key, usual]): [string, string][] => {
    const value = settings[key as keyof FirmnessSettings];
    return value === usual ? [] : [[`fm.${key}`, String(value)]];
  });
}
