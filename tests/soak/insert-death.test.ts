import { expect, it } from 'vitest';
import { Engine } from '../../src/engine/supervisor';
import { arrowTable } from '../engine/arrow-table';
import { FakeHost } from '../engine/fake-host';
import { momentAt } from '../fixtures/seed';

const sandbox = { noExtensions: 'http://nowhere/no-extensions', memory: '1MB', directories: [] };
const limits = { boot: 200, call: 200, ask: 200, insert: 200, grace: 40 };

it('a host that dies while a table goes in leaves the table before it, whole, on the next host', async () => {
  const hosts: FakeHost[] = [];
  const engine = new Engine({
    start: () => {
      const host = new FakeHost();
      // Each piece is two firms, under whatever name it goes in.
      host.insert = async (_, table) => void host.tables.set(table, 2);
      hosts.push(host);
      return host;
    },
    sandbox,
    onstate: () => undefined,
    patience: [0, 1, 1],
    limits,
  });
  await engine.insert(arrowTable('panel', { firm: ['A', 'B'] }));
  hosts[0]!.insert = () => new Promise(() => undefined);
  const going = engine.insert(arrowTable('panel', { firm: ['C', 'D'] })).then(
    () => 'in',
    (error: { code?: string }) => error.code,
  );
  await new Promise((resolve) => setTimeout(resolve, 5 + momentAt(3, 30)));
  hosts[0]!.die('worker gone');
  // Either it is told, or it was done again on the next host; never half.
  expect(['died', 'in']).toContain(await going);
  await engine.ready();
  expect(engine.generation).toBe(2);
  expect(hosts[1]!.tables.get('panel')).toBe(2);
  await engine.insert(arrowTable('panel', { firm: ['E', 'F'] }));
  expect(hosts[1]!.tables.get('panel')).toBe(2);
});
