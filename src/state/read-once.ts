type Read<Spec> = (text: string, refuse: (key: string, value: string) => null) => Spec;

/** A room's part of the address as the room reads it: read again only when its text has changed. What cannot be read is told as a notice. */
export function readOnce<Spec>(read: Read<Spec>, notice: (code: string, given: string) => void): (text: string) => Spec {
  let last: { readonly text: string; readonly spec: Spec } | null = null;
  const refuse = (key: string, value: string): null => {
    // Said once the reading is done: a fact must not change while it is read.
    queueMicrotask(() => notice('link_unknown_value', `${key}=${value}`));
    return null;
  };
  return (text) => {
    if (last?.text !== text) last = { text, spec: read(text, refuse) };
    return last.spec;
  };
}
