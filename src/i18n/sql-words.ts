import { addWords } from '.';
import { enSql } from './en-sql';
import { zhSql } from './zh-sql';

/** Adds the words of the SQL room, in both languages: they travel with what speaks them. */
export function addSqlWords(): void {
  addWords(zhSql, enSql);
}
