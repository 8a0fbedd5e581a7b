import type { GroupsAnswer } from '../../../../scoring/distribution/format';
import type { GroupEcdfWords } from '../../../charts/group-ecdf';
import type { EffectsWords } from '../../../charts/group-effects';
import type { Locale } from '../../../i18n';
import { groupName } from './groups-finding';
import { answerWords, countWords, partName, refusalWords } from './names';
import type { PanelAbout } from './panel';
import type { Written } from './written';

/** Words of the effects between groups. */
export function groupEffectsWords(answer: GroupsAnswer, about: PanelAbout, locale: Locale): EffectsWords {
  const { t, format } = locale;
  const group = (value: string): string => groupName(answer, value, locale);
  return {
    group,
    n: (count) => countWords(count, about, locale),
    delta: (value) => format.number(Math.abs(value) < 0.005 ? 0 : value, 2),
    tick: (value) => format.short(value, 1),
    size: (size) => t.distribution_groups_size[size],
    lower: t.distribution_groups_lower,
    higher: t.distribution_groups_higher,
    refused: ({ cliff }) => (cliff.reason === null ? '' : refusalWords(cliff.reason, locale)),
    pair: ({ a, b, cliff }) =>
      t.distribution_told(
        t.distribution_list([group(a), group(b)]),
        cliff.reason === null ? t.distribution_groups_delta(answerWords(cliff, 2, locale)) : refusalWords(cliff.reason, locale),
      ),
  };
}

/** Words of the curves of groups. */
export function groupEcdfWords({ by }: GroupsAnswer, written: Written, about: PanelAbout, locale: Locale): GroupEcdfWords {
  const { t, format } = locale;
  return {
    tick: written.tick,
    unit: written.unit,
    share: (share) => format.percent(share),
    shareOfFirms: t.distribution_axis_share[about.year === null ? 'years' : 'firms'],
    group: (group) => partName(by, group, locale),
    nothing: t.distribution_nothing,
  };
}
