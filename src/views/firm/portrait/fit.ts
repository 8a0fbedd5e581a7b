/** Size of the text of a page in mm, and the least that can still be read. */
const LARGEST = 2.95;
const LEAST = 1.9;
const STEP = 0.05;

/**
 * Makes the text of a page as large as its sheet allows; a page that cannot be read any smaller grows onto a second sheet, as nothing may be cut off. Called anew
 * for other words.
 */
export function fit(page: HTMLElement): void {
  page.classList.remove('over');
  for (let size = LARGEST; size >= LEAST; size -= STEP) {
    page.style.fontSize = `${size.toFixed(2)}mm`;
    if (page.scrollHeight <= page.clientHeight) return;
  }
  page.classList.add('over');
}
