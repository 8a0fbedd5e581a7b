/**
 * The first sign, in pinyin order, of each letter a reading can begin with: what sorts from it up to the next begins with that letter. No table is shipped; the
 * order is the browser's own.
 */
const FIRST = '阿八嚓咑妸发旮哈丌咔垃妈拏喔妑七呥仨他穵夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';
/** Signs in names of figures that are read in two ways, with both letters: the order knows only one of them. */
const TWO_WAYS: Readonly<Record<string, string>> = {
  长: 'cz',
  重: 'cz',
  行: 'hx',
  率: 'ls',
  调: 'dt',
  会: 'hk',
  系: 'xj',
  校: 'xj',
  降: 'jx',
  省: 'sx',
  乘: 'cs',
  盛: 'sc',
  参: 'cs',
  单: 'ds',
  曾: 'cz',
  传: 'cz',
  种: 'zc',
  折: 'zs',
  提: 'td',
  合: 'hg',
  区: 'qo',
  厦: 'xs',
  藏: 'cz',
  朝: 'cz',
  弹: 'dt',
  属: 'sz',
};
/** Ways to read a name that are tried, at most. */
const MOST = 8;

let order: Intl.Collator | null | undefined;
const known = new Map<string, string>();

/** The ways the initials of a name can be typed: 研发强度 is `yfqd`, 增长率 `zcl`, `zcs`, `zzl` or `zzs`. Letters and digits stand for themselves; none where the browser has no pinyin order. */
export function pinyinInitials(name: string): readonly string[] {
  let ways = [''];
  for (const sign of name) {
    const letters = TWO_WAYS[sign] ?? letterOf(sign);
    if (letters === '') continue;
    ways = ways.flatMap((way) => [...letters].map((letter) => way + letter)).slice(0, MOST);
  }
  return ways[0] === '' ? [] : ways;
}

/** '' for a sign that has none. */
function letterOf(sign: string): string {
  if (/[a-z0-9]/i.test(sign)) return sign.toLowerCase();
  if (!/\p{Script=Han}/u.test(sign)) return '';
  let letter = known.get(sign);
  if (letter === undefined) known.set(sign, (letter = findLetter(sign)));
  return letter;
}

function findLetter(sign: string): string {
  order ??= pinyinOrder();
  if (!order) return '';
  let at = -1;
  while (at + 1 < FIRST.length && order.compare(FIRST[at + 1]!, sign) <= 0) at++;
  return LETTERS[at] ?? '';
}

/** null where the browser sorts Chinese otherwise. */
function pinyinOrder(): Intl.Collator | null {
  const collator = new Intl.Collator('zh-CN-u-co-pinyin');
  const isInOrder = [...FIRST].every((sign, at) => at === 0 || collator.compare(FIRST[at - 1]!, sign) < 0);
  return isInOrder ? collator : null;
}
