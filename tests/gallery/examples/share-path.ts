import { sharePath, type SharePoint } from '../../../src/charts/share-path';
import type { Example } from './example';

const TICKS = [0.01, 0.05, 0.2, 1].map((share) => ({ share, label: `${share * 100}%` }));
const pathOf = (points: readonly SharePoint[]): Example => ({
  width: 270,
  draw: (document, width) => sharePath(document, points, TICKS, { width, height: 150 }),
});
const point = (year: number, rank: number | null, ranked: number, apart: string | null = null): SharePoint => ({
  year,
  share: rank === null ? null : rank / ranked,
  label: rank === null ? '' : String(rank),
  under: rank === null ? '' : `/ ${ranked}`,
  apart,
});

export const sharePathRising = pathOf([
  point(2020, 38, 171),
  point(2021, 29, 188),
  point(2022, 16, 214),
  point(2023, 7, 239),
  point(2024, 3, 256),
]);
export const sharePathBroken = pathOf([
  point(2021, 29, 188),
  point(2022, 16, 214),
  point(2023, 7, 239, '有值的指标不同，不连线'),
  point(2024, 3, 256),
]);
export const sharePathWithGap = pathOf([point(2022, 16, 214), point(2023, null, 239), point(2024, 256, 256)]);
export const sharePathAlone = pathOf([point(2024, 1, 1)]);
