/** The oldest Node that runs the build tools; package.json says the same in `engines`, a test compares them. */
export const OLDEST_NODE = [20, 19];

/**
 * What to say to a person whose Node is too old, or null when it is not.
 * @param {string} version as in `process.versions.node`
 * @returns {string | null}
 */
export function nodeComplaint(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldMajor = 0, oldMinor = 0] = OLDEST_NODE;
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return null;
  return `Miaopu needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${version}. Get it from https://nodejs.org and start again.`;
}
