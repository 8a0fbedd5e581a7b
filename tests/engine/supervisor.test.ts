import { describe, expect, it } from 'vitest';
import { define } from '../../queries/define';
import { Engine, type EngineOptions } from '../../src/engine/supervisor';
import { arrowTable } from './arrow-table';
import { answer, FakeHost } from './fake-host';

const one = define({ name: 'one', sql: 'select 1e0 as one', params: {}, columns: { one: 'real' } });
const other = define({ name: 'other', sql: 'select 2e0 as one', params: {}, columns: { one: 'real' } });
const twoFirms = arrowTable('panel', { firm: ['A', 'B'] });
const sandbox = { noExtensions: 'http://nowhere/no-extensions', memory: '1MB', directories: [] };
const never = () => new Promise<Uint8Array>(() => undefined);

/** An engine over hosts that are kept, in the order they were started, each prepared by `prepare`. */
function engineOf(prepare: (host: FakeHost, number: number) => void = () => undefined, options: Partial<EngineOptions> = {}) {
  const hosts: FakeHost[] = [];
  const states: string[] = ['booting'];
  const engine = new Engine({
    start() {
      const host = new FakeHost();
      prepare(host, hosts.push(host));
      return host;
    },
    sandbox,
    onstate: (state) => states.push(state),
    patience: [0, 1, 1],
    ...options,
    limits: { boot: 200, call: 200, ask: 200, insert: 200, grace: 40, ...options.limits },
  });
  return { engine, hosts, states };
}
const value = async (asked: Promise<{ columns: { one: { values: Float64Array } } }>) => (await asked).columns.one.values[0];
const settled = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('states', () => {
  it('booting, ready, busy while a question runs, ready again', async () => {
    const { engine, states } = engineOf();
    expect(engine.state).toBe('booting');
    await engine.ready();
    expect(await value(engine.ask(one, {}))).toBe(1);
    expect(states).toEqual(['booting', 'ready', 'busy', 'ready']);
    expect(engine.generation).toBe(1);
  });

  it('two questions at once are one busy spell', async () => {
    const { engine, states } = engineOf();
    await engine.ready();
    await Promise.all([engine.ask(one, {}), engine.ask(other, {})]);
    expect(states).toEqual(['booting', 'ready', 'busy', 'ready']);
  });

  it('a question asked while booting waits and is answered', async () => {
    let boot!: () => void;
    const { engine } = engineOf((host) => (host.ready = new Promise((resolve) => (boot = resolve))));
    const asked = engine.ask(one, {});
    boot();
    expect(await value(asked)).toBe(1);
  });

  it('a question cancelled while booting does not wait for the boot', async () => {
    const control = new AbortController();
    const { engine } = engineOf((host) => (host.ready = new Promise(() => undefined)));
    const asked = engine.ask(one, {}, { signal: control.signal });
    control.abort();
    await expect(asked).rejects.toMatchObject({ code: 'cancelled', subject: 'one' });
  });
});

describe('rebuilding', () => {
  it('leaves out a spare table that is no longer to be had, and a statement of a person runs in a transaction of its own that cannot write', async () => {
    const { engine, hosts } = engineOf();
    await engine.insert(twoFirms);
    let isThere = true;
    const pieces = () => {
      if (!isThere) throw new Error('scores 1 have given way to scores 2');
      return twoFirms.pieces();
    };
    await engine.insert({ ...twoFirms, name: 'score', isSpare: true, pieces });
    expect(engine.tables).toEqual(['panel', 'score']);
    isThere = false;
    hosts[0]!.die('gone');
    await settled(20);
    expect((await engine.read('select 1', { is: 'rows', columns: 1, limit: 1, cut: 9 })).rows).toBe(1);
    expect([engine.tables, engine.generation, engine.state]).toEqual([['panel'], 2, 'ready']);
    expect(hosts[1]!.ran.at(-1)).toBe('begin transaction read only');
  });

  it('a death while idle starts another host with the same tables', async () => {
    const { engine, hosts, states } = engineOf();
    await engine.insert(twoFirms);
    hosts[0]!.die('worker gone');
    await settled(5);
    await engine.ready();
    expect(hosts[0]!.terminated).toBe(true);
    expect([...hosts[1]!.tables.entries()]).toContainEqual(['panel', 2]);
    expect(engine.generation).toBe(2);
    expect(states.slice(-2)).toEqual(['rebuilding', 'ready']);
  });

  it('a dropped table does not come back', async () => {
    const { engine, hosts } = engineOf();
    await engine.insert(twoFirms);
    await engine.drop('panel');
    hosts[0]!.die('worker gone');
    await settled(5);
    await engine.ready();
    expect(hosts[1]!.tables.size).toBe(0);
  });

  it('a question running when the host dies is asked once more and answered', async () => {
    const { engine, hosts } = engineOf((host, number) => number === 1 && (host.onsend = never));
    const asked = engine.ask(one, {});
    await settled(5);
    hosts[0]!.die('worker gone');
    expect(await value(asked)).toBe(1);
    expect(hosts).toHaveLength(2);
  });

  it('a question whose host dies twice fails and says so', async () => {
    const { engine, hosts } = engineOf((host) => (host.onsend = never));
    const asked = engine.ask(one, {});
    await settled(5);
    hosts[0]!.die('first');
    await settled(20);
    hosts[1]!.die('second');
    await expect(asked).rejects.toMatchObject({ code: 'died', subject: 'one' });
  });

  it('a fatal error fails its question, is not tried again, and the next question meets a new host', async () => {
    const { engine, hosts } = engineOf(
      (host, number) => number === 1 && (host.onsend = async () => Promise.reject(new Error('memory access out of bounds'))),
    );
    await expect(engine.ask(one, {})).rejects.toMatchObject({ code: 'fatal', subject: 'one' });
    expect(hosts[0]!.terminated).toBe(true);
    expect(await value(engine.ask(one, {}))).toBe(1);
    expect(hosts).toHaveLength(2);
  });

  it('a failed statement keeps its host, and its connection is not used again', async () => {
    const { engine, hosts } = engineOf();
    await engine.ready();
    const before = hosts[0]!.open;
    hosts[0]!.onsend = async () => Promise.reject(new Error('Binder Error: nope'));
    await expect(engine.ask(one, {})).rejects.toMatchObject({ code: 'query', message: 'one: query (Binder Error: nope)' });
    hosts[0]!.onsend = async () => answer('one', [1]);
    expect(await value(engine.ask(one, {}))).toBe(1);
    expect(await value(engine.ask(one, {}))).toBe(1);
    expect(hosts[0]!.open - before).toBe(2);
    expect(hosts).toHaveLength(1);
  });

  it('a late answer of a dead host reaches nobody', async () => {
    let late!: (bytes: Uint8Array) => void;
    const { engine, hosts } = engineOf((host, number) => {
      host.onsend = number === 1 ? () => new Promise((resolve) => (late = resolve)) : async () => answer('one', [2]);
    });
    const asked = engine.ask(one, {});
    await settled(5);
    hosts[0]!.die('worker gone');
    late(answer('one', [666]));
    expect(await value(asked)).toBe(2);
  });
});

describe('deadline and cancel', () => {
  it('a question past its deadline fails, is cancelled, and the host stays', async () => {
    const { engine, hosts } = engineOf((host) => (host.onsend = never));
    await expect(engine.ask(one, {}, { limit: 20 })).rejects.toMatchObject({ code: 'deadline', subject: 'one' });
    hosts[0]!.onsend = async () => answer('one', [1]);
    await settled(80);
    expect(await value(engine.ask(one, {}))).toBe(1);
    expect(hosts).toHaveLength(1);
  });

  it('a cancelled question fails at once', async () => {
    const { engine, hosts } = engineOf((host) => (host.onsend = never));
    const control = new AbortController();
    const asked = engine.ask(one, {}, { signal: control.signal, limit: 10_000 });
    await settled(5);
    control.abort();
    await expect(asked).rejects.toMatchObject({ code: 'cancelled', subject: 'one' });
    await settled(80);
    expect(hosts).toHaveLength(1);
  });

  it('a question cancelled before it is asked never reaches the host', async () => {
    const { engine, hosts } = engineOf();
    await engine.ready();
    let sent = 0;
    hosts[0]!.onsend = async () => answer('one', [++sent]);
    await expect(engine.ask(one, {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    expect(sent).toBe(0);
  });

  it('a cancel after the answer changes nothing', async () => {
    const { engine, hosts } = engineOf();
    const control = new AbortController();
    expect(await value(engine.ask(one, {}, { signal: control.signal }))).toBe(1);
    control.abort();
    expect(await value(engine.ask(one, {}))).toBe(1);
    expect(hosts).toHaveLength(1);
  });

  it('a host that does not heed a cancel is ended within the grace', async () => {
    const { engine, hosts } = engineOf((host, number) => {
      host.heedsCancel = false;
      if (number === 1) host.onsend = never;
    });
    await expect(engine.ask(one, {}, { limit: 20 })).rejects.toMatchObject({ code: 'deadline' });
    expect(hosts[0]!.terminated).toBe(false);
    await settled(120);
    expect(hosts[0]!.terminated).toBe(true);
    expect(await value(engine.ask(one, {}))).toBe(1);
  });

  it('a boot that hangs is given up at its deadline and tried again', async () => {
    const { engine, hosts } = engineOf((host, number) => number === 1 && (host.ready = new Promise(() => undefined)), {
      limits: { boot: 30 },
    });
    await engine.ready();
    expect(hosts.map(({ terminated }) => terminated)).toEqual([true, false]);
  });
});

describe('an engine that cannot start', () => {
  it('is failed after three tries; calls say so; a restart may help', async () => {
    let broken = true;
    const { engine, hosts, states } = engineOf((host) => broken && (host.ready = Promise.reject(new Error('wasm refused'))));
    await expect(engine.ask(one, {})).rejects.toMatchObject({ code: 'failed', message: expect.stringContaining('wasm refused') });
    expect(hosts).toHaveLength(3);
    expect(engine.state).toBe('failed');
    await expect(engine.ask(one, {})).rejects.toMatchObject({ code: 'failed' });
    expect(hosts).toHaveLength(3);
    broken = false;
    engine.restart();
    expect(await value(engine.ask(one, {}))).toBe(1);
    expect(states).toEqual(['booting', 'failed', 'rebuilding', 'ready', 'busy', 'ready']);
  });

  it('does not start with a hole in its sandbox', async () => {
    const { engine } = engineOf((host) => (host.run = async () => undefined));
    await expect(engine.ready()).rejects.toMatchObject({ code: 'failed', message: expect.stringContaining('read a file: done') });
    expect(engine.sandbox?.closed).toBe(false);
  });

  it('sets what the sandbox needs in the order that closes it, once a host', async () => {
    const { engine, hosts } = engineOf();
    await engine.ready();
    expect(hosts[0]!.ran.filter((sql) => sql.startsWith('set ')).slice(0, 10)).toEqual([
      "set custom_extension_repository = 'http://nowhere/no-extensions'",
      "set autoinstall_extension_repository = 'http://nowhere/no-extensions'",
      'set allow_community_extensions = false',
      'set autoinstall_known_extensions = false',
      'set autoload_known_extensions = false',
      "set memory_limit = '1MB'",
      'set preserve_insertion_order = true',
      'set allowed_directories = []',
      'set enable_external_access = false',
      'set lock_configuration = true',
    ]);
  });
});

describe('stopping', () => {
  it('ends the host, rejects what runs, and nothing is started again', async () => {
    const { engine, hosts } = engineOf((host) => (host.onsend = never));
    const asked = engine.ask(one, {});
    await settled(5);
    engine.stop();
    await expect(asked).rejects.toMatchObject({ code: 'stopped' });
    await expect(engine.ask(one, {})).rejects.toMatchObject({ code: 'stopped' });
    expect(hosts).toHaveLength(1);
    expect(hosts[0]!.terminated).toBe(true);
  });
});

describe('answers', () => {
  it.each([
    ['another name', answer('two', [1]), 'columns are two'],
    ['another type', answer('one', ['1']), 'column one is text, promised was real'],
  ])('of %s are refused', async (_, bytes, said) => {
    const { engine, hosts } = engineOf();
    await engine.ready();
    hosts[0]!.onsend = async () => bytes;
    await expect(engine.ask(one, {})).rejects.toMatchObject({ code: 'answer', message: expect.stringContaining(said) });
  });
});
