/** Puts a table (TSV in UTF-8) on the clipboard; false where the browser refuses. */
export async function copyBoard(bytes: Uint8Array): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(new TextDecoder().decode(bytes));
    return true;
  } catch {
    return false;
  }
}

/** Hands a file to the browser's download. The address of the bytes is let go once the click is through. */
export function saveFile(file: { readonly name: string; readonly bytes: Uint8Array; readonly type: string }): void {
  const address = URL.createObjectURL(new Blob([file.bytes as BlobPart], { type: file.type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
