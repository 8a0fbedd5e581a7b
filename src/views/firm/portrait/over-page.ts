/**
 * Lays a dialog over the whole page, out of the drawer, which no paper shows: what is behind can be neither reached nor read out until it goes, and focus returns
 * to where it was. Not `showModal`: what lies in the top layer is not broken into pages.
 */
export function overPage(dialog: HTMLElement): () => void {
  const from = document.activeElement;
  document.body.append(dialog);
  const behind = [...document.body.children].filter(
    (one): one is HTMLElement => one instanceof HTMLElement && one !== dialog && !one.inert,
  );
  for (const one of behind) one.inert = true;
  dialog.focus();
  return () => {
    for (const one of behind) one.inert = false;
    if (from instanceof HTMLElement) from.focus();
  };
}
