import type { zhScheme } from './zh-scheme';

export const enScheme: typeof zhScheme = {};
