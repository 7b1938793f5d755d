import type {ReactNode} from 'react';
import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import {usePluginData} from '@docusaurus/useGlobalData';
import Layout from '@theme/Layout';
import highlights from '@generated/releases/default/highlights.json';
import type {ReleasesGlobalData} from '@site/src/plugins/releases';
import styles from './index.module.css';

const lanes = [
  {
    number: '01',
    title: 'Build a workspace',
    text: 'Pick the template of a runtime such as Claude Code, Hermes, LangGraph or CrewAI, connect its tools, and put the agent to work.',
    to: '/docs/quickstart',
    action: 'Run your first agent',
  },
  {
    number: '02',
    title: 'Run an organization',
    text: 'Who reports to whom, who may talk to whom, what is remembered and what is allowed: the platform that joins agents into a team.',
    to: '/docs/architecture',
    action: 'See how it fits together',
  },
  {
    number: '03',
    title: 'Publish to the Marketplace',
    text: 'Plugins, agents and whole organizations as signed manifests. Authors keep 80 percent, paid out through Stripe Connect.',
    to: '/docs/marketplace/creators',
    action: 'Read the author guide',
  },
];

const mostUsed = [
  {to: '/docs/quickstart', title: 'Quickstart', text: 'From nothing to an answer'},
  {to: '/docs/api-reference', title: 'API reference', text: 'Every route, with its auth'},
  {to: '/docs/reference/environment-variables', title: 'Environment variables', text: 'Names, defaults, secrets'},
  {to: '/docs/runtime-mcp', title: 'Bring your own runtime', text: 'Join the canvas over MCP'},
  {to: '/docs/troubleshooting', title: 'Troubleshooting', text: 'Symptom, cause, fix'},
];

function StatusStrip(): ReactNode {
  return (
    <aside className={styles.strip} aria-label="Status of the platform">
      <span>
        <span className="dot dot--good" /> All systems ·{' '}
        <a href="https://status.moleculesai.app">status.moleculesai.app</a>
      </span>
      <span>Phase 33 shipped · Phase 35 Marketplace public beta</span>
    </aside>
  );
}

function Search(): ReactNode {
  return (
    <form action="/search" method="get" role="search" className={styles.search}>
      <label htmlFor="home-search">Search the documentation</label>
      <span className={styles.searchRow}>
        <input id="home-search" type="search" name="q" placeholder="Try KMS_KEY_ARN" />
        <button type="submit" className="button button--primary">
          Search
        </button>
      </span>
    </form>
  );
}

/** The home page: what the product is, where to begin, and what is new in the current release. */
export default function Home(): ReactNode {
  const {releases} = usePluginData('releases') as ReleasesGlobalData;
  const [name, current] = Object.entries(releases).find(([, release]) => release.status === 'current')!;
  return (
    <Layout description="How to build and run organizations of AI agents on the Molecule AI platform: templates, plugins, channels, runtimes, operations.">
      <Head>
        <title>Molecule AI Documentation</title>
        <meta property="og:title" content="Molecule AI Documentation" />
      </Head>
      <StatusStrip />
      <main className={styles.page}>
        <section className={styles.hero}>
          <p className={`label-mono ${styles.eyebrow}`}>
            <span className="dot dot--warm" /> Documentation
          </p>
          <h1>
            The operating system for <span className={styles.blue}>AI agent organizations.</span>
          </h1>
          <p className={styles.lead}>
            Staff a company of agents the way you would staff one of people: give each a role, tools and limits, let
            them work together, and watch what they do. Templates, plugins, channels, runtimes and governance are all
            here.
          </p>
          <p className={styles.buttons}>
            <Link to="/docs" className="button button--primary">
              Read the docs
            </Link>
            <a
              href="https://github.com/Molecule-AI"
              className={`button ${styles.outline}`}
              target="_blank"
              rel="noopener noreferrer">
              View on GitHub
            </a>
          </p>
        </section>

        <section className={styles.lanes} aria-label="Where to begin">
          {lanes.map((lane) => (
            <Link key={lane.number} to={lane.to} className={styles.lane}>
              <span className={styles.number}>{lane.number}</span>
              <h2>{lane.title}</h2>
              <p>{lane.text}</p>
              <span className={styles.action}>{lane.action} →</span>
            </Link>
          ))}
        </section>

        <Search />

        <div className={styles.columns}>
          <section>
            <h2>Most used</h2>
            <ul className={styles.list}>
              {mostUsed.map((page) => (
                <li key={page.to}>
                  <Link to={page.to}>{page.title}</Link>
                  <span>{page.text}</span>
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h2>New in {name}</h2>
            <p className={styles.release}>
              {current.label}, released <time dateTime={current.date ?? undefined}>{current.date}</time>
            </p>
            <ul className={styles.news}>
              {highlights.map((item) => (
                <li key={item.to}>
                  <Link to={item.to}>{item.text}</Link>
                </li>
              ))}
              <li>
                <Link to="/docs/changelog">All changes</Link>
              </li>
            </ul>
          </section>
        </div>
      </main>
    </Layout>
  );
}
