import '../../src/look/tokens.css';
import '../../src/look/base.css';
import { EXAMPLES } from './examples';

// Every chart over invented figures, light and dark beside each other. `?only=bars|ecdf` keeps the names that begin so, `?grey` prints without colour.
const asked = new URLSearchParams(location.search);
const app = document.getElementById('app')!;
app.style.cssText = `display:flex;flex-wrap:wrap;${asked.has('grey') ? 'filter:grayscale(1)' : ''}`;
const half = app.clientWidth < 900 ? app.clientWidth : app.clientWidth / 2;
for (const scheme of asked.has('light') ? ['light'] : ['light', 'dark']) {
  const column = document.createElement('section');
  column.style.cssText = `color-scheme:${scheme};background:var(--bg);color:var(--ink);width:${half}px;padding:24px;display:flex;flex-wrap:wrap;gap:28px 32px;align-content:start`;
  for (const [name, { width, draw }] of Object.entries(EXAMPLES)) {
    if (!(asked.get('only') ?? '').split('|').some((start) => name.startsWith(start))) continue;
    const figure = document.createElement('figure');
    const caption = document.createElement('figcaption');
    caption.textContent = name;
    caption.style.cssText = 'font:12px var(--face-code);color:var(--faint)';
    figure.append(caption, draw(document, Math.min(width, half - 48)));
    column.append(figure);
  }
  app.append(column);
}
