import {useEffect, useRef, useState, type ReactNode} from 'react';
import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import {useHistory, useLocation} from '@docusaurus/router';
import {useDocsVersionCandidates, useVersions} from '@docusaurus/plugin-content-docs/client';
import {PageMetadata} from '@docusaurus/theme-common';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {usePluginData} from '@docusaurus/useGlobalData';
import Layout from '@theme/Layout';
import SearchHits from '@site/src/components/SearchHits';
import type {SearchGlobalData} from '@site/src/plugins/search';
import {readSearchAddress, searchAddress, type SearchAddress} from '@site/src/plugins/search/client/address';
import {useSearchResults} from '@site/src/plugins/search/client/useSearchResults';
import styles from './search.module.css';

/** The address changes when the reader pauses, so that going back does not go through single letters. */
const PAUSE_MILLISECONDS = 250;

/** All results of a query, with filters. It answers the plain forms of the home page and the 404 page as well. */
export default function SearchPage(): ReactNode {
  return (
    <Layout title="Search" description="Search the documentation of every release.">
      <Head>
        <meta name="robots" content="noindex, follow" />
      </Head>
      <main className={`container ${styles.page}`}>
        <h1>Search the documentation</h1>
        <noscript>
          <p>
            Search needs JavaScript. Without it, the <a href="/docs">documentation</a>, its sidebar and the{' '}
            <a href="/docs/glossary">glossary</a> are complete.
          </p>
        </noscript>
        <Search />
      </main>
    </Layout>
  );
}

function Search(): ReactNode {
  const isBrowser = useIsBrowser();
  const {search} = useLocation();
  const history = useHistory();
  const versions = useVersions(undefined);
  const [preferred] = useDocsVersionCandidates(undefined);
  const asked = readSearchAddress(isBrowser ? search : '');
  const version = versions.find(({name}) => name === asked.version) ?? preferred;
  const [typed, setTyped] = useState(asked.query);

  const written = useRef(asked.query);

  // A query that comes with the address, also by going back; what was typed here comes back with it some time later.
  useEffect(() => {
    if (asked.query !== written.current) setTyped(asked.query);
    written.current = asked.query;
  }, [asked.query]);
  useEffect(() => {
    if (typed === asked.query) return undefined;
    const timer = setTimeout(() => {
      written.current = typed;
      history.replace(searchAddress({query: typed, version: asked.version, section: asked.section}));
    }, PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [typed, asked.query, asked.version, asked.section, history]);

  const go = (change: Partial<SearchAddress>): void => {
    written.current = typed;
    history.push(searchAddress({query: typed, version: asked.version, section: asked.section, ...change}));
  };
  const results = useSearchResults({query: typed, version: version.name, section: asked.section, page: asked.page});

  return (
    <>
      {asked.query !== '' && <PageMetadata title={`${asked.query}: search`} />}
      <form
        action="/search"
        role="search"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          go({});
        }}>
        <input
          type="search"
          name="q"
          aria-label="Search the documentation"
          className={styles.query}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <select
          name="release"
          aria-label="Release"
          className={styles.release}
          value={version.name}
          onChange={(event) => go({version: event.currentTarget.value, section: null})}>
          {versions.map(({name, label}) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </form>
      <p className={styles.count} role="status">
        {results.summary}
      </p>
      {(results.sections.length > 1 || asked.section !== null) && (
        <Sections
          sections={withChosen(results.sections, asked.section)}
          chosen={asked.section}
          choose={(section) => go({section})}
        />
      )}
      <SearchHits hits={results.hits} />
      {results.pages > 1 && (
        <Pages
          pages={results.pages}
          shown={results.page}
          address={{query: typed, version: asked.version, section: asked.section}}
        />
      )}
      {results.help && <Help {...results.help} query={typed} version={asked.version} />}
    </>
  );
}

/** A section that was chosen for another query is there as long as it filters this one. */
function withChosen(sections: SectionsProps['sections'], chosen: string | null): SectionsProps['sections'] {
  return chosen === null || sections.some(([name]) => name === chosen) ? sections : [...sections, [chosen, 0]];
}

type SectionsProps = {
  sections: [name: string, pages: number][];
  chosen: string | null;
  choose: (section: string | null) => void;
};

function Sections({sections, chosen, choose}: SectionsProps): ReactNode {
  return (
    <div className={styles.sections} role="group" aria-label="Section">
      <button type="button" aria-pressed={chosen === null} onClick={() => choose(null)}>
        All
      </button>
      {sections.map(([name, pages]) => (
        <button
          key={name}
          type="button"
          aria-pressed={chosen === name}
          onClick={() => choose(chosen === name ? null : name)}>
          {name} <span>{pages}</span>
        </button>
      ))}
    </div>
  );
}

function Pages({pages, shown, address}: {pages: number; shown: number; address: SearchAddress}): ReactNode {
  return (
    <nav aria-label="Pages of results" className={styles.pages}>
      {shown > 0 && <Link to={searchAddress({...address, page: shown - 1})}>Previous</Link>}
      <span>
        Page {shown + 1} of {pages}
      </span>
      {shown + 1 < pages && <Link to={searchAddress({...address, page: shown + 1})}>Next</Link>}
    </nav>
  );
}

type HelpProps = {
  query: string;
  /** The release that was chosen, if one was. */
  version: string | null;
  closest: string[];
  elsewhere: {version: string; label: string; hits: number}[];
};

function Help({query, version: chosen, closest, elsewhere}: HelpProps): ReactNode {
  const {ask} = usePluginData('search') as SearchGlobalData;
  return (
    <div className={styles.help}>
      {elsewhere.length > 0 && (
        <p className={styles.links}>
          In other releases:{' '}
          {elsewhere.map(({version, label, hits}) => (
            <Link key={version} to={searchAddress({query, version})}>
              {label} ({hits})
            </Link>
          ))}
        </p>
      )}
      {closest.length > 0 && (
        <p className={styles.links}>
          Closest words:{' '}
          {closest.map((word) => (
            <Link key={word} to={searchAddress({query: word, version: chosen})}>
              {word}
            </Link>
          ))}
        </p>
      )}
      <p>
        Look through <Link to="/docs/troubleshooting">Troubleshooting</Link> and the{' '}
        <Link to="/docs/glossary">Glossary</Link>, or <a href={ask}>ask on GitHub</a>.
      </p>
    </div>
  );
}
