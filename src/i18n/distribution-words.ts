import { addWords } from '.';
import { enDistribution } from './en-distribution';
import { zhDistribution } from './zh-distribution';

/** Adds the words of the distribution room, in both languages: they travel with what speaks them. */
export function addDistributionWords(): void {
  addWords({ ...zhDistribution }, { ...enDistribution });
}
