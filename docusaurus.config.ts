import type {Config} from '@docusaurus/types';
import type {Options as PresetOptions, ThemeConfig} from '@docusaurus/preset-classic';
import {codeTheme} from './src/css/code-theme';
import {fontTags} from './src/css/fonts';
import factsRemark from './src/plugins/facts/remark';
import diagramsRemark from './src/plugins/diagrams/remark';
import htmlTagsRemark from './src/plugins/links/html-tags';
import {loadAllRedirects} from './src/plugins/links/all-redirects';
import {docsVersions} from './src/plugins/releases/docs-versions';
import {sitemapWithDays} from './src/plugins/releases/last-modified';
import {openReleases} from './src/plugins/releases/open';
import {withReleaseData} from './src/plugins/releases/page-data';
import {algoliaThemeConfig} from './src/plugins/search/options';

const releases = openReleases(__dirname);

const config: Config = {
  title: 'Molecule AI Docs',
  titleDelimiter: '|',
  tagline: 'The operating system for AI agent organizations.',
  url: 'https://doc.moleculesai.app',
  baseUrl: '/',
  trailingSlash: false,
  favicon: 'img/favicon.svg',
  organizationName: 'Molecule-AI',
  projectName: 'docs',
  i18n: {defaultLocale: 'en', locales: ['en']},

  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',

  future: {
    v4: true,
    faster: {
      swcJsLoader: true,
      swcJsMinimizer: true,
      swcHtmlMinimizer: true,
      lightningCssMinimizer: true,
      mdxCrossCompilerCache: true,
      rspackBundler: true,
      ssgWorkerThreads: true,
      gitEagerVcs: true,
      // A build from a warm cache names the variables of its runtime in another way than a cold one: the same input would
      // give other bytes. Writers keep the cache.
      rspackPersistentCache: process.env.NODE_ENV === 'development',
    },
  },

  markdown: {
    // `.md` is CommonMark: `{...}` and `<1 min` in prose are text, and an unknown tag such as `<ws-id>` is an error that
    // names file, line and mend (src/plugins/links/html-tags.ts). `.mdx` is for the few pages that use components.
    format: 'detect',
    mermaid: true,
    // Explicit heading ids ({#id}) are how pages promise an anchor.
    mdx1Compat: {headingIds: true, comments: false, admonitions: false},
    // What the releases room says on a page (since when, moved anchors, corrections) travels in the page's own chunk.
    parseFrontMatter: withReleaseData(__dirname),
    hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'},
  },

  headTags: [
    ...fontTags,
    {tagName: 'meta', attributes: {name: 'color-scheme', content: 'light dark'}},
    // Without JavaScript: show what a script would otherwise reveal.
    {tagName: 'noscript', attributes: {}, innerHTML: '<link rel="stylesheet" href="/css/noscript.css">'},
  ],

  themes: ['@docusaurus/theme-mermaid'],

  plugins: [
    './src/plugins/releases/index.ts',
    './src/plugins/facts/index.ts',
    './src/plugins/search/index.ts',
    './src/plugins/links/index.ts',
    './src/plugins/changelog/index.ts',
    [
      '@docusaurus/plugin-client-redirects',
      {
        redirects: loadAllRedirects(__dirname, releases).map(({from, to}) => ({from, to})),
      },
    ],
  ],

  presets: [
    // First: its last step of a build waits for those of all others.
    './src/plugins/page-speed/preset.ts',
    [
      'classic',
      {
        docs: {
          sidebarPath: './sidebars.ts',
          ...docsVersions(releases),
          // Facts and diagrams first: what comes after sees ordinary Markdown.
          beforeDefaultRemarkPlugins: [htmlTagsRemark, factsRemark, diagramsRemark],
        },
        blog: false,
        theme: {
          customCss: [
            './src/css/tokens.css',
            './src/css/base.css',
            './src/css/navbar.css',
            './src/css/sidebar.css',
            './src/css/article.css',
            './src/css/code.css',
            './src/css/print.css',
          ],
        },
        sitemap: {
          ignorePatterns: ['/search'],
          // The day of a page's last commit: the same on every machine, unlike a clock.
          createSitemapItems: sitemapWithDays(__dirname),
          lastmod: null,
          changefreq: null,
          priority: null,
        },
      } satisfies PresetOptions,
    ],
  ],

  themeConfig: {
    metadata: [{name: 'twitter:card', content: 'summary'}],
    colorMode: {respectPrefersColorScheme: true},
    algolia: algoliaThemeConfig(process.env),
    docs: {sidebar: {hideable: false}},
    tableOfContents: {minHeadingLevel: 2, maxHeadingLevel: 3},
    navbar: {
      hideOnScroll: false,
      items: [
        // activeDocs: on which pages (by id) the item is marked as the place where the reader is.
        {
          type: 'doc',
          docId: 'index',
          label: 'Docs',
          position: 'left',
          activeDocs: '^(?!tutorials/|api-reference$|changelog$)',
        },
        {type: 'doc', docId: 'tutorials/index', label: 'Tutorials', position: 'left', activeDocs: '^tutorials/'},
        {type: 'doc', docId: 'api-reference', label: 'API', position: 'left', activeDocs: '^api-reference$'},
        {type: 'doc', docId: 'changelog', label: 'Changelog', position: 'left', activeDocs: '^changelog$'},
        {type: 'custom-releaseSwitcher', position: 'right'},
        {href: 'https://app.moleculesai.app', label: 'Platform', position: 'right', className: 'navbar-out'},
        {href: 'https://market.moleculesai.app', label: 'Marketplace', position: 'right', className: 'navbar-out'},
        {href: 'https://www.moleculesai.app', label: 'Landing', position: 'right', className: 'navbar-out'},
        {
          href: 'https://github.com/Molecule-AI',
          'aria-label': 'Molecule AI on GitHub',
          label: 'GitHub',
          position: 'right',
          className: 'navbar-out',
        },
      ],
    },
    footer: {
      links: [
        {label: 'Quickstart', to: '/docs/quickstart'},
        {label: 'API reference', to: '/docs/api-reference'},
        {label: 'Changelog', to: '/docs/changelog'},
        {label: 'Security', to: '/docs/security'},
        {label: 'Platform', href: 'https://app.moleculesai.app'},
        {label: 'Marketplace', href: 'https://market.moleculesai.app'},
        {label: 'Landing', href: 'https://www.moleculesai.app'},
        {label: 'GitHub', href: 'https://github.com/Molecule-AI'},
        {label: 'Status', href: 'https://status.moleculesai.app'},
      ],
      copyright: 'Molecule AI',
    },
    prism: {
      theme: codeTheme,
      additionalLanguages: ['bash', 'json', 'toml', 'ini', 'docker', 'diff', 'http', 'sql'],
    },
  } satisfies ThemeConfig,
};

export default config;
