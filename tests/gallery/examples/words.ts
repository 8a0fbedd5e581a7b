import type { Pin, Range } from '../../../scoring/distribution/format';

const number = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });

export function figure(value: number): string {
  return number.format(value).replace('-', '−');
}
/** As many decimals as the distance of ticks asks for. */
export function tick(value: number, step: number): string {
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return value.toLocaleString('zh-CN', { minimumFractionDigits: digits, maximumFractionDigits: digits }).replace('-', '−');
}
export function count(firms: number): string {
  return number.format(firms);
}
export function range({ from, to }: Range): string {
  if (from === null) return `< ${figure(to!)}`;
  if (to === null) return `≥ ${figure(from)}`;
  return from === to ? figure(from) : `${figure(from)}–${figure(to)}`;
}
export function pin({ name, value }: Pin): { name: string; more: string } {
  return { name, more: value === null ? '缺失' : `${figure(value)} · P95 · 第 18/407` };
}
