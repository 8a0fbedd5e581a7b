/** What an editor of statements needs to know of their texts. */
export { sqlName } from '../engine/sql-name';
export { sqlStatementAt } from '../engine/sql-statements';
