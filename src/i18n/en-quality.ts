import type { zhQuality } from './zh-quality';

/** English words of the quality rules. */
export const enQuality: typeof zhQuality = {
  quality_rules: {
    unit_jump: {
      title: 'Unit off by a power of ten',
      means:
        'About 10, 100, 1,000 or 10,000 times (or the same part of) the firm’s own years around it, or, where it has none, of its peers’ level per head; once converted, within a factor of three.',
      next: 'Look at the unit in the file; if it is a slip choose “Convert”. The figure as given stays on record.',
    },
    jump: {
      title: 'Sharp rise or fall within a year',
      means:
        'Moved by a factor of five or more against the year before, far beyond what the field usually does in that year, and no slip of unit.',
      next: 'Check for a merger, a change of definition or a typing error; mark it if true, exclude it if not.',
    },
    outlier: {
      title: 'Outlier among peers',
      means: 'More than five robust standard deviations, in logs, from the middle of the same year and industry.',
      next: 'Check the figure; mark it if true, exclude it if not.',
    },
    identity: {
      title: 'Figures that contradict each other',
      means: 'Two figures of one firm and year are not in the relation their definitions require.',
      next: 'Check which side is wrong; “Exclude” takes out the left-hand cell only.',
    },
    impossible_sign: {
      title: 'Negative where nothing is',
      means: 'Below zero in a field that cannot be; what reading refused is counted too, its raw text is in the ledger.',
      next: 'Check the file; mostly a matter of debit and credit, or of format.',
    },
    series_gap: {
      title: 'A year missing in between',
      means: 'The firm is there before and after, not in between, so that growth after the gap cannot be computed.',
      next: 'Ask the office for the missing year; this goes away when it comes.',
    },
    constant_column: {
      title: 'One value in the whole column',
      means: 'All firms of a year have the same figure: a default, or a column filled down.',
      next: 'Check the source; exclude it if it cannot be trusted, it is then missing.',
    },
    two_names: {
      title: 'One code, two names',
      means: 'In one year, sources give one code different names.',
      next: 'See whether the firm was renamed; names do not touch scores.',
    },
    two_keys: {
      title: 'One name, two codes',
      means: 'One name stands under several codes; the years of one firm may be torn apart.',
      next: 'Check the codes; bring them together where sources are joined.',
    },
    total_row: {
      title: 'A total among the firms',
      means: 'A row named total or subtotal was taken for a firm; those reading skipped are counted too.',
      next: 'Exclude the row.',
    },
    duplicate_key: {
      title: 'Delivered twice',
      means: 'One firm and year in more than one row of a source, or one district’s data sent twice.',
      next: 'Choose which delivery counts where sources are joined; mark it if it does no harm.',
    },
    conflict: {
      title: 'Two sources disagree',
      means: 'Two sources give one value differently, beyond the tolerance.',
      next: 'Decide one by one which to take; “Exclude” makes these cells missing.',
    },
    onsite_check: {
      title: 'On-site check of the 2026 tech-SME round',
      means: 'A tech SME of the latest year meets a trigger for a look on the spot. A trigger is no fault and takes no points.',
      next: 'Put it on the list of visits.',
    },
  },
  quality_title_of: (title, about) => `${title} · ${about}`,
  quality_several: 'several',
  quality_said: {
    unit_both: (firm, year, field, value, before, after, reads) =>
      `${firm}, ${year}: ${field} ${value}, with ${before} and ${after} in the years around it → reads ${reads}`,
    unit_before: (firm, year, field, value, before, reads) => `${firm}, ${year}: ${field} ${value}, before it ${before} → reads ${reads}`,
    unit_after: (firm, year, field, value, after, reads) => `${firm}, ${year}: ${field} ${value}, after it ${after} → reads ${reads}`,
    unit_peers: (firm, year, field, value, times, reads) =>
      `${firm}, ${year}: ${field} ${value}, ${times} times its peers’ level → reads ${reads}`,
    jump: (firm, year, field, value, times) => `${firm}, ${year}: ${field} ${value}, ${times} times the year before`,
    outlier: (firm, year, field, value, z) => `${firm}, ${year}: ${field} ${value}, ${z} robust deviations from its peers’ middle`,
    identity: (firm, year, identity, value) => `${firm}, ${year} breaks “${identity}”: the left side is ${value}`,
    identity_times: (firm, year, identity, value, share) =>
      `${firm}, ${year} breaks “${identity}”: the left side is ${value}, ${share} of the right`,
    identity_off: (firm, year, identity, value, share) =>
      `${firm}, ${year} breaks “${identity}”: the left side is ${value}, the sides differ by ${share}`,
    sign: (firm, year, field, value) => `${firm}, ${year}: ${field} is ${value}`,
    sign_refused: (firm, year, field) => `${firm}, ${year}: ${field} is negative and was refused in reading`,
    gap: (firm, year, years) => `${firm} lacks years before ${year}: ${years}`,
    constant: (year, field, value) => `${year}: ${field} is ${value} for every firm`,
    two_names: (firm, year, count) => `${firm}, ${year}: ${count} names`,
    two_keys: (firm, year, count) => `${firm} (${year}): the name stands under ${count} codes`,
    total: (firm, year) => `${year}: “${firm}” looks like a total`,
    duplicate: (firm, year, count) => `${firm}, ${year}: delivered ${count} times`,
    conflict: (firm, year, field, value) => `${firm}, ${year}: sources disagree on ${field}; ${value} is taken`,
    onsite: (firm, year, trigger) => `${firm}, ${year}: ${trigger}`,
  },
};
