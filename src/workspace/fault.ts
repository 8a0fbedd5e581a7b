import type { FileProblem } from '../model/source';

/** What can go wrong in keeping, opening and handing on a workspace. The words are in src/i18n/{zh,en}-problems.ts, by code. */
export const WORKSPACE_FAULTS = [
  'no_storage', // nothing lasts here (a private window): why a workspace stays unsaved
  'storage_full',
  'storage_lost', // the browser took the storage away while the page was open
  'storage_busy',
  'storage_blocked', // an old tab keeps the database from being opened
  'storage_failed',
  'not_read_back', // written, and then not found as it was written
  'open_elsewhere',
  'written_elsewhere',
  'newer_build', // another build of the page has taken the store over
  'newer_store',
  'import_running',
  'file_changed', // the bytes are not those of the file that was read
  'file_unreadable',
  'document_gone',
  'document_evicted',
  'document_damaged',
  'document_rolled_back',
  'history_damaged', // the state is whole, the history before it is not
  'files_evicted',
  'project_not_json',
  'project_newer',
  'project_too_large',
  'project_too_deep',
  'project_forbidden_key',
  'project_not_finite',
  'project_unknown_key',
  'project_missing_key',
  'project_wrong_value',
  'project_recipe',
  'project_scheme',
  'project_step_differs',
  'project_state_differs',
  'bundle_not_one',
  'bundle_newer',
  'bundle_too_large',
  'bundle_member_missing',
  'bundle_member_differs',
  'bundle_member_unknown',
] as const;
export type WorkspaceFaultCode = (typeof WORKSPACE_FAULTS)[number];

/** What the storage, the browser or another tab did to us, with a code there are words for. Thrown once, caught by the keeper. */
export class WorkspaceFault extends Error {
  constructor(
    readonly code: WorkspaceFaultCode,
    readonly given: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${given}`, options);
    this.name = 'WorkspaceFault';
  }
}

const BY_NAME: Readonly<Record<string, WorkspaceFaultCode>> = {
  QuotaExceededError: 'storage_full',
  InvalidStateError: 'storage_lost',
  NotFoundError: 'storage_lost',
  NoModificationAllowedError: 'storage_busy',
  NotReadableError: 'file_unreadable',
  VersionError: 'newer_store',
};

/** Any error of a storage call as a fault with a code. Where the code says it all the browser's words are its cause only; one that is nothing known is `storage_failed` with them. */
export function faultOf(error: unknown): WorkspaceFault {
  if (error instanceof WorkspaceFault) return error;
  if (!(error instanceof Error)) return new WorkspaceFault('storage_failed', String(error));
  const code = Object.hasOwn(BY_NAME, error.name) ? BY_NAME[error.name]! : null;
  return new WorkspaceFault(code ?? 'storage_failed', code === null ? error.message : '', { cause: error });
}

/** A problem of a project document or a `.miaopu` file, as a value. `where` is a JSON pointer or the name of a member. */
export function projectProblem(code: WorkspaceFaultCode, where: string, given: string): FileProblem {
  return { code, source: '', where, given, severity: 'error' };
}
