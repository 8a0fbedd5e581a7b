/** Whether a cell in UTF-8 begins like 合 总 小 共, Total, Grand, Sub or Sum, or with something that is folded or trimmed first. */
export function mayBeTotal(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return false;
  const first = bytes[start]!;
  if (first <= 32 || first === 0xc2 || first === 0xe2 || first === 0xe3 || first === 0xef) return true;
  const second = bytes[start + 1]!;
  const third = bytes[start + 2]!;
  if (first === 0xe5)
    return (second === 0x90 && third === 0x88) || (second === 0xb0 && third === 0x8f) || (second === 0x85 && third === 0xb1);
  if (first === 0xe6) return second === 0x80 && third === 0xbb;
  const letter = first | 32;
  // t, g and s; of a space in between (`s u m`) the second byte tells nothing.
  return (
    (letter === 116 || letter === 103 || letter === 115) &&
    end - start <= 40 &&
    (second <= 32 || 'oru'.includes(String.fromCharCode(second | 32)))
  );
}
