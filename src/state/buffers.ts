/** Every buffer inside a value, for transfer instead of copying. Shared ones once. */
export function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (value instanceof Map) for (const part of value.values()) buffersOf(part, found);
  else if (Array.isArray(value)) for (const part of value) buffersOf(part, found);
  else if (value !== null && typeof value === 'object') for (const part of Object.values(value)) buffersOf(part, found);
  return [...found];
}
