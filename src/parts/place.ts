/** Where a box of `width` × `height` goes so that it hangs under its anchor and stays in the window; above it when there is more room there. */
export function placeUnder(
  anchor: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
  box: { readonly width: number; readonly height: number },
  screen: { readonly width: number; readonly height: number },
  side: 'start' | 'end' = 'start',
): { left: number; top: number } {
  const margin = 8;
  const wanted = side === 'start' ? anchor.left : anchor.right - box.width;
  const left = Math.max(margin, Math.min(wanted, screen.width - box.width - margin));
  const below = anchor.bottom + 4;
  const fitsBelow = below + box.height + margin <= screen.height;
  const above = anchor.top - 4 - box.height;
  const top = fitsBelow || above < margin ? Math.max(margin, Math.min(below, screen.height - box.height - margin)) : above;
  return { left, top };
}
