// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { element } from '../../src/charts/element';
import { chartPicture, type PictureFrame } from '../../src/publish/chart-picture';
import { concrete, escaped, pictureMarkup } from '../../src/publish/picture-markup';

const TOKENS = {
  '--ink': 'light-dark(#1c2230, #e9e6df)',
  '--soft': '#4f5868',
  '--line-strong': 'light-dark(#d5d0c4, #3a414d)',
  '--selected': 'var(--ink)',
};
const FRAME: PictureFrame = {
  title: '“<b>” & 50% 的企业',
  definition: '研发强度 = 研发费用 ÷ 营业收入',
  foot: 'n = 60 · 缺失 7',
  summary: '研发强度：60 家有值。',
  stated: [
    { id: 'title', head: '图题', text: '“<b>” & 50% 的企业', line: '图题：“<b>” & 50% 的企业' },
    {
      id: 'scheme',
      head: '积分方案',
      text: '成都 </metadata><script>1</script> · 2023',
      line: '积分方案：成都 </metadata><script>1</script> · 2023',
    },
  ],
};
const drawing = (children: readonly SVGElement[] = []): SVGElement => element(document, 'svg', { width: 300, height: 80 }, children);
const parsed = (text: string): Document => {
  const found = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(found.querySelector('parsererror')).toBe(null);
  return found;
};
const bar = (more: Readonly<Record<string, string | number>> = {}): SVGElement =>
  element(document, 'rect', { x: 0, y: 0, width: 10, height: 10, fill: 'var(--selected)', ...more });

describe('chartPicture', () => {
  const text = chartPicture(drawing([bar()]), FRAME, TOKENS);
  const found = parsed(text);

  it('stands alone: title and definition above, foot and what it rests on below, on white', () => {
    const lines = Array.from(found.querySelectorAll('svg > text'), (one) => [one.textContent, Number(one.getAttribute('y'))] as const);
    expect(lines.map(([words]) => words)).toEqual([
      FRAME.title,
      FRAME.definition,
      FRAME.foot,
      '积分方案：成都 </metadata><script>1</script> · 2023',
    ]);
    const top = Number(found.querySelector('svg > svg')!.getAttribute('y'));
    expect(lines.map(([, y]) => y < top)).toEqual([true, true, false, false]);
    expect(found.documentElement.querySelector('rect')!.getAttribute('fill')).toBe('#ffffff');
  });

  it('holds all of itself: wide and high enough for its words and its picture', () => {
    const { documentElement: svg } = found;
    const [width, height] = ['width', 'height'].map((side) => Number(svg.getAttribute(side)));
    expect(width).toBe(528);
    expect(Math.max(...Array.from(svg.querySelectorAll(':scope > text'), (one) => Number(one.getAttribute('y'))))).toBeLessThan(height!);
  });

  it('is in the colours of the light theme, and names none of the page', () => {
    expect(found.querySelector('svg > svg rect')!.getAttribute('fill')).toBe('#1c2230');
    expect(text).not.toMatch(/var\(|light-dark/);
  });

  it('tells who does not see it, and programs, what it is', () => {
    expect(found.querySelector('svg > title')!.textContent).toBe(FRAME.title);
    expect(found.querySelector('svg > desc')!.textContent).toBe(FRAME.summary);
    expect(JSON.parse(found.querySelector('metadata')!.textContent)).toEqual({
      title: FRAME.title,
      scheme: '成都 </metadata><script>1</script> · 2023',
    });
  });

  it('wraps what is longer than a line', () => {
    const long = chartPicture(drawing(), { ...FRAME, foot: '企业'.repeat(60) }, TOKENS);
    const foot = Array.from(parsed(long).querySelectorAll('svg > text'), (one) => one.textContent).filter((words) =>
      words.startsWith('企业'),
    );
    expect(foot).toEqual(['企业'.repeat(20), '企业'.repeat(20), '企业'.repeat(20)]);
  });

  it('leaves behind what the pointer is told of marks', () => {
    const told = element(document, 'title', {});
    told.textContent = '400–500 元：3 家';
    const text = chartPicture(drawing([element(document, 'rect', {}, [told])]), FRAME, TOKENS);
    expect(text).not.toContain('400–500');
    expect(parsed(text).querySelector('svg > title')!.textContent).toBe(FRAME.title);
  });

  it('a picture without a size is refused', () => {
    expect(() => chartPicture(element(document, 'svg', {}), FRAME, TOKENS)).toThrow('picture without a width');
  });
});

describe('pictureMarkup lets nothing in or out', () => {
  it.each<[string, SVGElement]>([
    ['a script', element(document, 'script', {})],
    ['foreign content', element(document, 'foreignObject', {}, [element(document, 'rect', {})])],
    ['an image', element(document, 'image', { href: 'https://example.org/a.png' })],
    ['a style', element(document, 'style', {})],
    ['a use', element(document, 'use', { href: '#x' })],
    ['a link', element(document, 'a', { href: 'https://example.org' })],
  ])('%s stays behind', (_, inner) => {
    expect(pictureMarkup(drawing([inner]), TOKENS)).toBe('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80"/>');
  });

  it.each([
    { onclick: 'x()' },
    { style: 'fill:url(https://example.org)' },
    { class: 'a' },
    { 'data-pin': '企业' },
    { fill: 'url(https://example.org/#a)' },
    { href: 'x' },
  ])('attribute %j stays behind', (more) => {
    const made = element(document, 'rect', { x: 1, ...more });
    expect(pictureMarkup(made, TOKENS)).toBe('<rect x="1"/>');
  });

  it('a paint inside the picture stays', () => {
    expect(pictureMarkup(element(document, 'rect', { fill: 'url(#hatch)' }), TOKENS)).toBe('<rect fill="url(#hatch)"/>');
  });

  it('text and attributes are escaped', () => {
    const made = element(document, 'text', { 'font-family': '"a" <b>' });
    made.textContent = '<script>&"';
    expect(pictureMarkup(made, TOKENS)).toBe('<text font-family="&quot;a&quot; &lt;b&gt;">&lt;script&gt;&amp;&quot;</text>');
  });
});

it.each([
  ['a\u0000b\u0008c', 'abc'],
  ['\ud800x', 'x'],
  ['𠮷\uffff', '𠮷'],
])('escaped leaves out what XML has no place for: %j', (text, wanted) => {
  expect(escaped(text)).toBe(wanted);
});

it.each([
  ['#abc', '#abc'],
  ['var(--ink)', '#1c2230'],
  ['var(--selected)', '#1c2230'],
  ['var(--none, #123)', '#123'],
  ['var(--none, var(--soft))', '#4f5868'],
  ['light-dark(rgb(1, 2, 3), #000)', 'rgb(1, 2, 3)'],
])('concrete(%s) is %s', (value, wanted) => {
  expect(concrete(value, TOKENS)).toBe(wanted);
});
it('a token without a colour is our fault', () => {
  expect(() => concrete('var(--gone)', TOKENS)).toThrow('token --gone has no colour');
});
