import { expect, it } from 'vitest';
import { sayFileFault } from '../../src/i18n/problems';
import { faultOf, projectProblem, WORKSPACE_FAULTS, WorkspaceFault } from '../../src/workspace/fault';
import { browserError } from './world';

it.each(['zh', 'en'] as const)('every fault of a workspace has words in %s, with a next step', (language) => {
  const silent = WORKSPACE_FAULTS.filter((code) =>
    /未列明|not in the list/.test(sayFileFault(projectProblem(code, 'x.csv', '七'), language)),
  );
  expect(silent).toEqual([]);
  const step =
    language === 'zh'
      ? /请|显示|检查/
      : /[Cc]hoose|[Oo]pen|[Ss]ave|[Tt]ry|[Rr]eload|[Cc]lose|[Cc]heck|[Tt]ake|[Aa]sk|[Ww]ait|[Rr]emove|[Gg]o on/;
  expect(WORKSPACE_FAULTS.filter((code) => !step.test(sayFileFault(projectProblem(code, '', '七'), language)))).toEqual([]);
});

it.each([
  ['QuotaExceededError', 'storage_full'],
  ['InvalidStateError', 'storage_lost'],
  ['NoModificationAllowedError', 'storage_busy'],
  ['NotReadableError', 'file_unreadable'],
  ['VersionError', 'newer_store'],
  ['toString', 'storage_failed'],
])('the browser’s %s is %s', (name, code) => {
  // The browser's words, in a language of its own, are kept as the cause; a person reads ours.
  const fault = faultOf(browserError(name));
  expect([fault.code, fault.given]).toEqual([code, code === 'storage_failed' ? `the browser says ${name}` : '']);
  expect(fault.cause).toMatchObject({ message: `the browser says ${name}` });
});

it('a fault stays the fault it is, and anything thrown becomes one', () => {
  const fault = new WorkspaceFault('storage_busy', 'x');
  expect([faultOf(fault), faultOf('odd').code]).toEqual([fault, 'storage_failed']);
});
