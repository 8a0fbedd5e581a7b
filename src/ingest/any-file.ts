import type { Recipe } from '../model/recipe';
import type { Dialect, FoundFile, LedgerLine, LoadedFile } from '../model/source';
import { arrowCells, arrowLedgerPage, isArrow, loadArrow, lookArrow } from './arrow-file';
import type { ByteSource } from './byte-source';
import type { Reading } from './decode';
import { ledgerPage } from './ledger';
import { load, type Loaded } from './load';
import { look } from './look';
import { rawCells } from './raw-cells';

/** `look` for a source of any format that is read: text, or Arrow by its first bytes. */
export async function lookAny(source: ByteSource, hints: Partial<Dialect> = {}, reading: Reading = {}): Promise<FoundFile> {
  return (await isArrow(source)) ? lookArrow(source) : look(source, hints, reading);
}

/** `load` for a source of any format that is read. */
export async function loadAny(source: ByteSource, recipe: Recipe, reading: Reading = {}): Promise<Loaded> {
  return (await isArrow(source)) ? loadArrow(source, recipe, reading) : load(source, recipe, reading);
}

/** `rawCells` for a source of any format that is read; lines of an Arrow file are its rows, from 1. */
export async function rawCellsAny(source: ByteSource, loaded: LoadedFile, line: number): Promise<string[]> {
  return (await isArrow(source)) ? arrowCells(source, line) : rawCells(source, loaded, line);
}

/** `ledgerPage` for a source of any format that is read. */
export async function ledgerPageAny(
  source: ByteSource,
  loaded: LoadedFile,
  recipe: Recipe,
  offset: number,
  count: number,
): Promise<LedgerLine[]> {
  return (await isArrow(source))
    ? arrowLedgerPage(source, loaded, recipe, offset, count)
    : ledgerPage(source, loaded, recipe, offset, count);
}
