import oecdHge from '../../data/seedlings/oecd-hge.json';
import oecdGazelle from '../../data/seedlings/oecd-gazelle.json';
import eurostatHge10 from '../../data/seedlings/eurostat-hge10.json';
import microHge from '../../data/seedlings/micro-hge.json';
import gazelleGzHuangpu from '../../data/seedlings/gazelle-gz-huangpu.json';
import gazelleCandGzHuangpu from '../../data/seedlings/gazelle-cand-gz-huangpu.json';
import unicornSuqian from '../../data/seedlings/unicorn-suqian.json';
import potentialUnicornSuqian from '../../data/seedlings/potential-unicorn-suqian.json';
import star4plus5 from '../../data/seedlings/star-4plus5.json';
import cnTechSme2017 from '../../data/seedlings/cn-tech-sme-2017.json';
import miitSme2026 from '../../data/seedlings/miit-sme-2026.json';
import miitGiant2026 from '../../data/seedlings/miit-giant-2026.json';
import miitSme2022 from '../../data/seedlings/miit-sme-2022.json';
import miitGiant2022 from '../../data/seedlings/miit-giant-2022.json';
import newEagleHz from '../../data/seedlings/new-eagle-hz.json';
import guarantee2024 from '../../data/seedlings/guarantee-2024.json';
import relendingFirstLoan from '../../data/seedlings/relending-first-loan.json';
import loanCiticTorchCq from '../../data/seedlings/loan-citic-torch-cq.json';
import loanGuiyang from '../../data/seedlings/loan-guiyang.json';
import loanHangzhou from '../../data/seedlings/loan-hangzhou.json';
import loanHuaian from '../../data/seedlings/loan-huaian.json';
import loanDemoTiers from '../../data/seedlings/loan-demo-tiers.json';
import { kindsOf, unitOf } from '../dictionary';
import { checkRule } from './check-rule';
import type { SeedlingRule } from './format';

/** Definitions first, then policies, then loans. */
const FILES: readonly { readonly id: string }[] = [
  oecdHge,
  oecdGazelle,
  eurostatHge10,
  microHge,
  gazelleGzHuangpu,
  gazelleCandGzHuangpu,
  unicornSuqian,
  potentialUnicornSuqian,
  star4plus5,
  cnTechSme2017,
  miitSme2026,
  miitGiant2026,
  miitSme2022,
  miitGiant2022,
  newEagleHz,
  guarantee2024,
  relendingFirstLoan,
  loanCiticTorchCq,
  loanGuiyang,
  loanHangzhou,
  loanHuaian,
  loanDemoTiers,
];

let known: readonly SeedlingRule[] | null = null;

/** The rules that ship, checked, made once. Throws on a fault of ours in one of them. */
export function shippedRules(): readonly SeedlingRule[] {
  known ??= FILES.map(checked);
  return known;
}

function checked(json: { readonly id: string }): SeedlingRule {
  const { rule, problems } = checkRule(json, kindsOf(null), unitOf);
  if (!rule) throw new Error(`shipped rule ${json.id}: ${problems.map(({ code, path }) => `${code} ${path}`).join(', ')}`);
  return rule;
}
