import type { ChartAnswer, ChartRefusal } from '../../../../scoring/distribution/format';
import type { Locale } from '../../../i18n';
import { changeFinding, changeSummary } from './change-finding';
import { concentrationFinding, concentrationSummary } from './concentration-finding';
import { groupsFinding, groupsSummary } from './groups-finding';
import { heatFinding, heatSummary } from './heat-finding';
import { matrixFinding, matrixSummary } from './matrix-finding';
import type { PanelAbout } from './panel';
import { refusedWords } from './refused-words';
import { relationFinding, relationSummary } from './relation-finding';
import { segmentsFinding, segmentsSummary } from './segments-finding';
import { spreadFinding, spreadSummary } from './spread-finding';

/** The finding of a chart: its title, made from its numbers by fixed rules. No cause is named, and no p-value. */
export function findingOf(answer: ChartAnswer | ChartRefusal, about: PanelAbout, locale: Locale): string {
  switch (answer.is) {
    case 'spread':
      return spreadFinding(answer, about, locale);
    case 'segments':
      return segmentsFinding(answer, about, locale);
    case 'groups':
      return groupsFinding(answer, about, locale);
    case 'change':
      return changeFinding(answer, about, locale);
    case 'concentration':
      return concentrationFinding(answer, about, locale);
    case 'relation':
      return relationFinding(answer, about, locale);
    case 'matrix':
      return matrixFinding(answer, about, locale);
    case 'heat':
      return heatFinding(answer, about, locale);
    case 'refused':
      return locale.t.distribution_refused_title;
  }
}

/** A chart in sentences, for who does not see it; of a refusal the reason. */
export function summaryOf(answer: ChartAnswer | ChartRefusal, about: PanelAbout, locale: Locale): string {
  switch (answer.is) {
    case 'spread':
      return spreadSummary(answer, about, locale);
    case 'segments':
      return segmentsSummary(answer, about, locale);
    case 'groups':
      return groupsSummary(answer, about, locale);
    case 'change':
      return changeSummary(answer, about, locale);
    case 'concentration':
      return concentrationSummary(answer, about, locale);
    case 'relation':
      return relationSummary(answer, about, locale);
    case 'matrix':
      return matrixSummary(answer, about, locale);
    case 'heat':
      return heatSummary(answer, about, locale);
    case 'refused':
      return refusedWords(answer, locale);
  }
}
