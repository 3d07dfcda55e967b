import type { Academy } from '../framework/academy.ts';
import type { Framework, SourceRecord } from '../framework/framework.ts';
import type { Place, Problem } from '../framework/problem.ts';
import type { Theme } from '../framework/theme.ts';
import type { LearningModule } from '../course/learning-module.ts';
import type { Scenario } from '../course/scenario.ts';

/** A file that a person wrote, and the means to say where in it a value stands. */
export interface WrittenFile {
  /** As shown to people: relative to the project's root, with `/`. */
  file: string;
  /** Place of the value at `path`, or of its nearest parent. */
  placeOf(path: readonly PropertyKey[]): Place;
}

/** A source document as received. */
export interface SourceDocument extends WrittenFile {
  record: SourceRecord;
  document: {
    file: string;
    /** Of the bytes on disk, in lower-case hex. */
    sha256: string;
    /** The document's text: its own where it is Markdown or plain text, else what was read of it. */
    text?: string;
    /** The file that holds what was read. */
    textFile?: { file: string; sha256: string };
  };
}

export interface FrameworkFile extends WrittenFile {
  framework: Framework;
  /** Left out where the source could not be read; `problems` then says why. */
  source?: SourceDocument;
}

export interface ModuleFile extends WrittenFile {
  module: LearningModule;
  /** MDX below the front matter. */
  body: string;
  /** Line of the file, from 1, on which the body starts. */
  bodyLine: number;
}

export interface ScenarioFile extends WrittenFile {
  scenario: Scenario;
}

/** Everything people write, as far as it could be read. Lists are sorted by file name. */
export interface Content {
  /** Left out where `academy.yaml` could not be read. */
  academy?: Academy;
  /** Empty where `themes.yaml` could not be read. */
  themes: Theme[];
  /** The two files that hold the fields above. */
  files: { academy?: WrittenFile; themes?: WrittenFile };
  frameworks: FrameworkFile[];
  modules: ModuleFile[];
  scenarios: ScenarioFile[];
  /** What is wrong with files, taken one by one. */
  problems: Problem[];
  /** Ids of what is there but could not be read: a rule must not call it missing. */
  unread: UnreadIds;
  /** Text of every file that was read, by `file`; reports quote lines from it. */
  texts: ReadonlyMap<string, string>;
}

export interface UnreadIds {
  themes: boolean;
  frameworks: ReadonlySet<string>;
  /** `<framework>/<element>`. */
  modules: ReadonlySet<string>;
  scenarios: ReadonlySet<string>;
}
