import * as z from 'zod';
import {eachPage} from '../rule';
import type {Page, Rule} from '../types';

/** Titles longer than this wrap in the sidebar. */
const LONGEST_SIDEBAR_TITLE = 34;
/** Search engines and link previews cut what is longer. */
const LONGEST_DESCRIPTION = 160;

const missing = ({input}: {input?: unknown}): string | undefined => (input === undefined ? 'is missing' : undefined);
const text = z.string({error: missing}).trim().min(1);
const headingLevel = z.number().int().min(2).max(6);

/** What front matter may hold. Docusaurus takes more keys; each one that a page needs is a decision to add here. */
export const frontMatterSchema = z
  .strictObject({
    title: text,
    description: text.max(LONGEST_DESCRIPTION, `takes at most ${LONGEST_DESCRIPTION} characters`),
    sidebar_label: text.max(LONGEST_SIDEBAR_TITLE, `takes at most ${LONGEST_SIDEBAR_TITLE} characters`).optional(),
    kind: z.enum(['tutorial', 'how-to', 'reference', 'explanation'], {error: missing}),
    keywords: z.array(text, {error: missing}).min(3, 'needs at least 3 entries').max(8, 'takes at most 8 entries'),
    status: z.enum(['deprecated', 'planned', 'superseded', 'historic']).optional(),
    status_note: text.optional(),
    successor: text.optional(),
    slug: text.optional(),
    search_weight: z.number().min(0).max(2).optional(),
    unlisted: z.boolean().optional(),
    unlisted_reason: text.optional(),
    toc_min_heading_level: headingLevel.optional(),
    toc_max_heading_level: headingLevel.optional(),
    hide_table_of_contents: z.boolean().optional(),
    pagination_next: text.nullable().optional(),
    pagination_prev: text.nullable().optional(),
  })
  .superRefine((data, context) => {
    const needs = (condition: boolean, path: string, message: string): void => {
      if (condition) {
        context.addIssue({code: 'custom', path: [path], message});
      }
    };
    needs(
      data.title.length > LONGEST_SIDEBAR_TITLE && data.sidebar_label === undefined,
      'sidebar_label',
      `is needed, because the title is longer than ${LONGEST_SIDEBAR_TITLE} characters`,
    );
    needs(data.status !== undefined && data.status_note === undefined, 'status_note', 'is needed beside status');
    needs(data.status === undefined && data.status_note !== undefined, 'status', 'is needed beside status_note');
    needs(data.status === undefined && data.successor !== undefined, 'status', 'is needed beside successor');
    needs(data.unlisted === true && data.unlisted_reason === undefined, 'unlisted_reason', 'is needed beside unlisted');
  });

/** Front matter is complete, has no unknown key, and names a successor that exists. */
export const frontMatter: Rule = {
  name: 'front-matter',
  check: eachPage(function* (page, release) {
    if (page.partial) {
      return;
    }
    if (page.frontMatter.error !== undefined) {
      yield {
        line: 1,
        what: `the YAML does not parse: ${page.frontMatter.error}`,
        mend: 'put quotes around values with a colon',
      };
      return;
    }
    yield* schemaProblems(page);
    const {successor} = page.frontMatter.data;
    if (typeof successor === 'string' && !release.pages.has(successor)) {
      yield {
        line: page.frontMatter.lineOf('successor'),
        what: `successor ${successor} is not a page of ${release.name}`,
        mend: 'name the id of a page in this release (its path without .md)',
      };
    }
  }),
};

function* schemaProblems(page: Page): Generator<{line: number; what: string; mend: string}> {
  const result = frontMatterSchema.safeParse(page.frontMatter.data);
  for (const issue of result.error?.issues ?? []) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')];
    for (const key of keys) {
      yield {
        line: page.frontMatter.lineOf(key),
        what: issue.code === 'unrecognized_keys' ? `unknown key ${key}` : `${key} ${issue.message}`,
        mend:
          issue.code === 'unrecognized_keys'
            ? 'remove it, or add it to the schema of this rule'
            : 'correct the front matter',
      };
    }
  }
}
