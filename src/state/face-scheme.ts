import type { ConditionHits } from '../../scoring/board/hits';
import type { IndicatorStudy } from '../../scoring/board/study';
import type { SchemeChange } from '../../scoring/scheme/changes';
import type { Naming, Scheme, SchemeProblem } from '../../scoring/scheme/format';
import type { TriedFormula } from '../../scoring/scheme/try-formula';
import type { SchemeDraft } from '../model/project';
import type { WeightPlace, WeightRefusal } from './reweigh';

/** One line of what a draft changes: what a person takes back at once. */
export interface DraftLine {
  /** `weights`: all weights together; `place`: one thing, named by ids as in `SchemeChange.at`. */
  readonly is: 'weights' | 'place';
  readonly places: readonly string[];
}

/** What a draft is to be called as a version. */
export interface FreezeAsk {
  readonly version: string;
  readonly name: Naming;
  readonly effective: Scheme['effective'];
  readonly note: Naming | null;
  /** Where the rule is published, when its keeper answers for every number; null leaves the marks as they are. */
  readonly official: string | null;
}

/** Drafts of schemes as views see them. */
export interface SchemeDeskFace {
  readonly drafts: readonly SchemeDraft[];
  /** The open one, the version it began from, and the scheme as it stands in it, also while something is dragged. */
  readonly draft: SchemeDraft | null;
  readonly parent: Scheme | null;
  readonly scheme: Scheme | null;
  readonly lines: readonly DraftLine[];
  /** What is wrong with the scheme as drafted; while anything is an error the board shows the last that was right. */
  readonly problems: readonly SchemeProblem[];
  /** Ids of indicators and groups whose weight stays when others are moved. */
  readonly locks: readonly string[];
  /** Why the last weight asked for was not set; null once one was. */
  readonly refusal: WeightRefusal | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;

  begin(parent: string, name: string, changes?: readonly SchemeChange[]): Promise<void>;
  /** null closes the open draft; the board is official again. */
  open(id: string | null): Promise<void>;
  edit(changes: readonly SchemeChange[], how?: 'step' | 'drag'): Promise<void>;
  toggleLock(id: string): void;
  /** Gives an indicator or group a weight; the others make room so that the total stays. `stage` null where weights do not differ by stage. */
  setWeight(place: WeightPlace, to: number, stage: string | null, how: 'step' | 'drag'): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  revoke(line: DraftLine): Promise<void>;
  rename(name: string): Promise<void>;
  drop(id: string): Promise<void>;
  file(): { readonly name: string; readonly bytes: Uint8Array; readonly type: string };
  /** Makes the open draft a version that never changes again, and puts it in force; what is wrong with it otherwise. */
  freeze(ask: FreezeAsk): Promise<readonly SchemeProblem[]>;
}

/** Questions of the editor to the scores; answers are about the draft where one is open. */
export interface SchemeQuestions {
  /** How the figures of an indicator are spread over the segment and year on screen, and what its rule makes of them. */
  study(indicator: string, option: string | null): Promise<IndicatorStudy | null>;
  hits(): Promise<readonly ConditionHits[]>;
  tryFormula(text: string, wanted: 'number' | 'truth'): Promise<TriedFormula>;
}
