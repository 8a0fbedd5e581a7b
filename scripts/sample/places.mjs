/** The 23 units that report: twelve districts, five cities, three counties and three zones without a code of their own. */
export const DISTRICTS = /** @type {const} */ ([
  '成都高新区',
  '四川天府新区',
  '成都东部新区',
  '锦江区',
  '青羊区',
  '金牛区',
  '武侯区',
  '成华区',
  '龙泉驿区',
  '青白江区',
  '新都区',
  '温江区',
  '双流区',
  '郫都区',
  '新津区',
  '简阳市',
  '都江堰市',
  '彭州市',
  '邛崃市',
  '崇州市',
  '金堂县',
  '大邑县',
  '蒲江县',
]);

/** Share of firms by district where the industry says nothing else, in the order above. */
const SHARES = [22, 9, 2, 5, 5, 7, 8, 5, 4, 2, 4, 4, 7, 5, 2, 2, 1.5, 1.2, 1.3, 1.5, 1.2, 1, 0.8];

/**
 * Districts with weights: the industry's home districts count several times over.
 * @param {readonly string[]} home
 * @returns {(readonly [string, number])[]}
 */
export function districtShares(home) {
  return DISTRICTS.map((name, at) => /** @type {const} */ ([name, (SHARES[at] ?? 1) * (home.includes(name) ? 5 : 1)]));
}
