import type {Code, Heading, Root} from 'mdast';

/** A heading as the built page has it: its text, and the id that links use. */
export interface PageHeading {
  readonly depth: Heading['depth'];
  readonly text: string;
  readonly id: string;
  readonly line: number;
}

/** A fenced code block; `line` is the line of the opening fence. */
export interface Fence {
  readonly language: string | undefined;
  readonly code: string;
  readonly line: number;
  readonly node: Code;
}

/** A link or an image as written, before anything resolves it. */
export interface PageLink {
  readonly url: string;
  readonly kind: 'link' | 'image';
  readonly line: number;
}

/** Where and why a text does not parse; lines count from 1. */
export interface SyntaxFault {
  readonly line: number;
  readonly message: string;
}

/** Front matter as data, and where it stands in the file. */
export interface FrontMatter {
  readonly data: Readonly<Record<string, unknown>>;
  /** Why the YAML could not be read, when it could not. */
  readonly error: string | undefined;
  /** The line of a key, or the first line of the file when the key is not there. */
  lineOf(key: string): number;
}

/** One Markdown file. Everything below `frontMatter` is parsed when it is first asked for. */
export interface Page {
  /** Path from the root of the repository. */
  readonly file: string;
  /** Folder of the release that the page belongs to: `docs` or `versioned_docs/version-X`. */
  readonly release: string;
  /** Docusaurus's id: path inside the release, without the extension. */
  readonly id: string;
  /** A Markdown file that other pages include; it has no page of its own. */
  readonly partial: boolean;
  readonly mdx: boolean;
  readonly source: string;
  readonly lines: readonly string[];
  readonly frontMatter: FrontMatter;
  /** Why the Markdown could not be parsed, which only MDX can bring about; the tree is then empty. */
  readonly syntaxFault: SyntaxFault | undefined;
  readonly tree: Root;
  readonly headings: readonly PageHeading[];
  readonly fences: readonly Fence[];
  readonly links: readonly PageLink[];
  /** The source with everything but prose blanked out, so that offsets and lines stay true. */
  readonly prose: string;
}

/** A row of a facts table; which fields it has depends on the table. */
export type FactItem = Readonly<Record<string, unknown>>;

/** One folder of pages that is read, linked and frozen on its own. */
export interface Release {
  readonly dir: string;
  /** `next`, or the name of the release. */
  readonly name: string;
  readonly pages: ReadonlyMap<string, Page>;
  /** Ids that the sidebar shows; undefined when the release has no sidebar file yet. */
  readonly sidebar: ReadonlySet<string> | undefined;
  /** Items of a facts table, or an empty list when the release does not have the table. */
  facts(table: string): readonly FactItem[];
  /** Whether a file exists; the path starts at the root of the repository. */
  hasFile(path: string): boolean;
}

/** Everything that the rules may look at. */
export interface Corpus {
  readonly root: string;
  readonly releases: ReadonlyMap<string, Release>;
  /** Things to say once a run, such as a check that was skipped and why. */
  readonly notes: Set<string>;
  /** Faults of data that rules need, a line each: what those rules would have found is not known. */
  readonly faults: Set<string>;
}

/** What a rule reports about one page. */
export interface Problem {
  readonly page: Page;
  readonly line: number;
  readonly what: string;
  readonly mend: string;
}

/** A problem with the name of the rule that saw it. */
export interface Finding extends Problem {
  readonly rule: string;
}

/** One thing that must be true of the pages, and, where a machine can, the way to make it true. */
export interface Rule {
  readonly name: string;
  check(pages: readonly Page[], corpus: Corpus): Iterable<Problem> | Promise<Iterable<Problem>>;
  /** The text of the page with what this rule can mend mended. */
  fix?(page: Page, root: string): string | Promise<string>;
}
