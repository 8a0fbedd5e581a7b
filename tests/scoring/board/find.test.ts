import { describe, expect, it } from 'vitest';
import { findFirms } from '../../../scoring/board/find';
import { eachHit, textIndex } from '../../../scoring/board/text-index';
import { packWords } from '../../../scoring/column';
import { panelOf } from './literal-board';

const line = (firm: string, name: string | null, year = 2024) => ({ firm, name, year, score: 1 });
const panel = panelOf([
  line('K1', '成都示例软件'),
  line('K2', '示例软件'),
  line('K3', '示例软件（集团）'),
  line('K4', 'Abc示例'),
  line('K5', '旧名', 2023),
  line('K5', '新名', 2024),
  line('K6', null),
  line('K7', '示例软件'),
]);
const keys = (text: string) => findFirms(panel, text).map(({ firm }) => firm);

describe('findFirms', () => {
  it.each([
    ['示例软件', ['K2', 'K7', 'K3', 'K1'], 'whole, then beginning, then inside'],
    ['(集团)', ['K3'], 'width does not count'],
    ['aBC', ['K4'], 'nor case'],
    ['k5', ['K5'], 'a key'],
    ['旧', ['K5'], 'an earlier name'],
    ['k', ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7'], 'keys in order'],
    ['  ', [], 'nothing'],
    ['没有', [], 'nobody'],
    ['件\n示', [], 'no hit across two names'],
  ])('%j finds %j: %s', (text, wanted) => {
    expect(keys(text)).toEqual(wanted);
  });

  it('gives the latest name, the key where there is none', () => {
    expect(findFirms(panel, '旧名')).toEqual([{ firm: 'K5', name: '新名' }]);
    expect(findFirms(panel, 'K6')).toEqual([{ firm: 'K6', name: 'K6' }]);
  });

  it('names at most 20, the best of all', () => {
    const many = panelOf(Array.from({ length: 100 }, (_, at) => line(`f${at}`, `${'长'.repeat(100 - at)}名`)));
    const found = findFirms(many, '长');
    expect(found.length).toBe(20);
    expect(found[0]).toEqual({ firm: 'f99', name: '长名' });
  });
});

it('a text index keeps a word of line feeds, of nothing or of a byte order mark in its place', () => {
  const words = ['a\nb', '', '\uFEFFc', 'c'];
  const hits: [number, number][] = [];
  eachHit(textIndex(packWords(words)), 'c', (word, at) => hits.push([word, at]));
  expect(hits).toEqual([
    [2, 1],
    [3, 0],
  ]);
});
