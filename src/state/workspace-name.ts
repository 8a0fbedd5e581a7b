import world from '../../data/sample-world.json';

/** The sample, once something was done in it, is a workspace like any other; its name is a code until a person gives it one. */
export function workspaceName(name: string, sample: string): string {
  return name === world.name ? sample : name;
}
