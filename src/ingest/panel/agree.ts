import type { FieldEntry } from '../../model/recipe';
import type { FileProblem } from '../../model/source';
import { foldHeader } from '../heading';
import { fieldEntry } from '../own-fields';
import type { Part } from './parts';

/** What files must agree on before they are joined: currency, the kind of each field, what an own field's id stands for. All are errors. */
export function checkAgreement(parts: readonly Part[], dictionary: readonly FieldEntry[]): readonly FileProblem[] {
  return [...checkCurrency(parts), ...checkFields(parts, dictionary)];
}

function checkCurrency(parts: readonly Part[]): readonly FileProblem[] {
  const withMoney = parts.filter(({ taken }) => taken.some(({ said }) => said.kind === 'money'));
  const first = withMoney[0];
  return withMoney
    .filter(({ recipe }) => recipe.currency !== first!.recipe.currency)
    .map(({ file, recipe }) => ({
      code: 'currencies_differ',
      source: file.source,
      where: first!.file.source,
      given: `${recipe.currency} / ${first!.recipe.currency}`,
      severity: 'error',
    }));
}

function checkFields(parts: readonly Part[], dictionary: readonly FieldEntry[]): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  const seen = new Map<string, { readonly kind: string; readonly name: string; readonly unit: boolean; readonly source: string }>();
  for (const { taken, file, recipe } of parts) {
    for (const { field, column, said } of taken) {
      const own = field.startsWith('x_') && said.header !== '';
      const name = own ? foldHeader(fieldEntry(field, [recipe], dictionary)!.zh) : '';
      const first = seen.get(field) ?? { kind: column.kind, name, unit: said.unit !== null, source: file.source };
      seen.set(field, first);
      const problem = { source: file.source, where: said.header, severity: 'error' } as const;
      if (first.kind !== column.kind)
        problems.push({ ...problem, code: 'field_kind_differs', given: `${field}: ${column.kind} / ${first.kind} (${first.source})` });
      else if (first.name !== name) problems.push({ ...problem, code: 'own_field_clash', given: `${field} (${first.source})` });
      // A share in percent beside one without a sign would be a hundred times the other.
      else if (own && first.unit !== (said.unit !== null))
        problems.push({ ...problem, code: 'field_unit_differs', given: `${field}: ${said.unit ?? '—'} (${first.source})` });
    }
  }
  return problems;
}
