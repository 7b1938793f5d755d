import type {Article} from '../article';
import {pack} from '../pack';
import type {PagePhrases} from '../phrases';
import type {Full, Heads} from '../shard';

type Place = {heading?: string; level?: number; anchor?: string; text?: string; code?: string; row?: boolean};
type PageOptions = {
  title: string;
  path: string;
  description?: string;
  keywords?: string;
  weight?: number;
  section?: string;
  label?: string;
  phrases?: PagePhrases;
};

/** A page for tests: its sections in order, each below the one before it that has a lower level. */
export function page(
  {
    title,
    path,
    description = '',
    keywords = '',
    weight = 1,
    section = 'Guides',
    label = title,
    phrases = {},
  }: PageOptions,
  places: Place[],
) {
  const above: {level: number; heading: string}[] = [];
  const sections = places.map(
    ({heading = '', level = heading === '' ? 1 : 2, anchor = '', text = '', code = '', row = false}) => {
      while (above.length > 0 && above.at(-1)!.level >= level) above.pop();
      const headings = [title, ...above.map((parent) => parent.heading), ...(heading === '' ? [] : [heading])];
      if (heading !== '' && !row) above.push({level, heading});
      return {level, anchor, path: headings, text, code, row};
    },
  );
  const article: Article = {
    title,
    description,
    keywords,
    language: 'en',
    version: '2026.05',
    tag: 'docs-default-2026.05',
    label,
    breadcrumbs: [section],
    sections,
  };
  return {path, article, weight, phrases};
}

/** The two files of a small release. */
export function release(pages: ReturnType<typeof page>[], synonyms: string[] = []): {heads: Heads; full: Full} {
  const facts = {
    version: '2026.05',
    language: 'en',
    tag: 'docs-default-2026.05',
    label: '2026.05',
    site: 'https://docs.example',
  };
  return pack({...facts, synonyms}, pages);
}

/** A release with a bit of everything. */
export const sampleRelease = (): {heads: Heads; full: Full} =>
  release(
    [
      page(
        {
          title: 'Workspace tokens',
          path: '/docs/tokens',
          description: 'Create and rotate the bearer of a workspace.',
          keywords: 'api key, credential',
        },
        [
          {text: 'A token opens one workspace.'},
          {heading: 'Rotate without downtime', anchor: 'rotate', text: 'Create a second token, then revoke the first.'},
          {
            heading: 'List',
            anchor: 'list',
            text: 'Shows prefixes only.',
            code: 'curl $PLATFORM_URL/workspaces/:id/tokens',
          },
        ],
      ),
      page({title: 'Environment variables', path: '/docs/reference/environment-variables', section: 'Reference'}, [
        {text: 'All variables.'},
        {heading: 'Platform', anchor: 'platform', text: 'Read by the server.'},
        {
          heading: 'SECRETS_ENCRYPTION_KEY',
          level: 3,
          anchor: 'env-SECRETS_ENCRYPTION_KEY',
          text: 'Seals secrets at rest',
          row: true,
        },
        {heading: 'KMS_KEY_ARN', level: 3, anchor: 'env-KMS_KEY_ARN', text: 'AWS KMS key', row: true},
      ]),
      page({title: 'Schedules', path: '/docs/schedules', description: 'Send a prompt at fixed times.'}, [
        {text: 'A schedule sends a prompt to a workspace. It hibernates in between.'},
        {heading: 'Create a schedule', anchor: 'create', text: 'Give a cron expression.'},
      ]),
      page({title: 'Changelog', path: '/docs/changelog', weight: 0.35}, [
        {text: 'What changed.'},
        {
          heading: 'Schedules',
          anchor: 'schedules',
          text: 'Schedules send prompts; tokens rotate; <b>bold</b> & "quoted".',
        },
      ]),
    ],
    ['recurring task, cron job => schedule'],
  );
