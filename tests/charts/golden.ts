import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `barsEqual` is kept as `bars-equal`. */
export function fileOf(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

export const FOLDER = join(import.meta.dirname, 'golden');

/**
 * What a picture is now and what it was. `UPDATE_GOLDEN=1 npx vitest run tests/charts` writes the pictures anew; without it a changed one is written beside the
 * old as `*.actual.svg`, to be looked at.
 */
export function goldenOf(name: string, svg: SVGElement): { readonly now: string; readonly was: string } {
  const now = `${written(svg, '')}\n`;
  const [path, beside] = [join(FOLDER, `${fileOf(name)}.svg`), join(FOLDER, `${fileOf(name)}.actual.svg`)] as const;
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(path, now);
  }
  const was = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (was === now) rmSync(beside, { force: true });
  else writeFileSync(beside, now);
  return { now, was };
}

/** An element a line, numbers with at most two decimals, so that a changed picture is a short difference. */
function written(node: Element, indent: string): string {
  const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${escaped(trimmed(value))}"`).join('');
  const namespace = node.tagName === 'svg' ? ' xmlns="http://www.w3.org/2000/svg"' : '';
  const head = `${indent}<${node.tagName}${namespace}${attributes}`;
  if (node.childNodes.length === 0) return `${head}/>`;
  if (node.children.length === 0) return `${head}>${escaped(node.textContent)}</${node.tagName}>`;
  return [`${head}>`, ...[...node.children].map((child) => written(child, `${indent}  `)), `${indent}</${node.tagName}>`].join('\n');
}

function trimmed(value: string): string {
  return value.replace(/-?\d+\.\d{3,}/g, (digits) => String(Math.round(Number(digits) * 100) / 100));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
