/**
 * The figures of the ranking. Each was chosen on the portal's query sets and is worth what `npm run search:eval --
 * --ablate` prints for it. `off` leaves a rule out, for that measurement only.
 */
export const FIELD_BOOSTS = {
  title: 2,
  heading: 3,
  parents: 2,
  description: 3,
  keywords: 2.5,
  phrases: 1.2,
  path: 1,
  text: 0.7,
  code: 0.3,
};
export type Field = keyof typeof FIELD_BOOSTS;

export const RULES = {
  /** Share of a word that only begins like the last, unfinished word of the query. */
  prefix: 0.3,
  /** Share of a known word that corrects an unknown one. */
  correction: 0.85,
  /** Share of a known word with the same stem: beside the word itself, and in its place. */
  stemBeside: 0.5,
  stemInstead: 0.85,
  /** Share of what the synonyms file gives for a word. */
  synonym: 0.6,
  /** What second and third best section of a page add to its score. */
  secondSection: 0.25,
  thirdSection: 0.12,
  /** A title that contains the query, begins with it, is it. */
  titleContains: 4,
  titleStarts: 1.3,
  /** How much less a title counts that says more than the query: the power of the share that the query is of it. */
  titleShare: 0.5,
  titleEquals: 2.2,
  /** A title is a part of the query: that, times the share that it is of it. */
  titleWithin: 2,
  /** One of the keywords that the page's writer chose is the query. */
  keywordEquals: 7,
  /** A keyword is a part of the query: that, times the share that it is of it. */
  keywordWithin: 0.5,
  /** A heading or row name that contains the query, is it. */
  headingContains: 1.3,
  headingEquals: 1.6,
  /** The same, where the query asks what a thing is. */
  definition: 3,
  /** A phrase of a section that has all words of the query and no other; less, by the square, for one that has a part. */
  phrase: 0.5,
  /** A row of a table, where the query is not its name: a row is so short that any word in it seems to be all of it. */
  row: 0.4,
  /** The opening of a page as the place to go to, beside its sections: it has the title, the description and the keywords. */
  opening: 0.4,
  /** The same, where what the page is called has the query in it. */
  openingOfWhole: 3,
  /** A row that is named as asked, on the page that lists the most rows. */
  catalogue: 1.2,
  /** Neighbouring words that are also written as one, times the share of the query that they cover. */
  joined: 6,
  /** Sections without an identifier that was typed and exists. */
  withoutIdentifier: 0.3,
} as const;

export const RULE_NAMES = [
  'synonyms',
  'prefix',
  'correction',
  'names',
  'weights',
  'sections',
  'coverage',
  'description',
  'keywords',
  'phrases',
  'joined',
  'code',
  'stems',
  'path',
  'rows',
  'places',
  'catalogue',
] as const;
export type RuleName = (typeof RULE_NAMES)[number];
