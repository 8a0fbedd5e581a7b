import type { ChartSpec, Frame } from '../../scoring/distribution/format';
import type { Query } from '../define';
import { changeSql } from './chart-change';
import { concentrationSql } from './chart-concentration';
import type { ChartGiven } from './chart-firms';
import { groupsSql } from './chart-groups';
import { matrixSql, relationSql } from './chart-relation';
import { heatSql, segmentsSql } from './chart-segments';
import { spreadSql } from './chart-spread';

/**
 * The numbers of a chart as one statement over tables `panel` and `score`: what can be checked, changed and asked further. Shapes (densities, letters, boxes) and tests stay with the chart.
 * null where something cannot be said over the two tables: points and groups of the scheme, chosen groups, Kendall's τ of every pair.
 */
export function chartSql(spec: ChartSpec, frame: Frame, given: ChartGiven): Query | null {
  switch (spec.is) {
    case 'spread':
      return spreadSql(spec, frame, given);
    case 'segments':
      return segmentsSql(spec, frame, given);
    case 'heat':
      return heatSql(spec, frame, given);
    case 'concentration':
      return concentrationSql(spec, frame, given);
    case 'relation':
      return relationSql(spec, frame, given);
    case 'matrix':
      return matrixSql(spec, frame, given);
    case 'groups':
      return groupsSql(spec, frame, given);
    case 'change':
      return changeSql(spec, frame, given);
  }
}
