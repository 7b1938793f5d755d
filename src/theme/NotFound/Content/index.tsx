import {useMemo, type ReactNode} from 'react';
import clsx from 'clsx';
import Link from '@docusaurus/Link';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {useLocation} from '@docusaurus/router';
import {useVersions} from '@docusaurus/plugin-content-docs/client';
import Heading from '@theme/Heading';
import {usePluginData} from '@docusaurus/useGlobalData';
import type {ReleasesGlobalData} from '@site/src/plugins/releases';
import {closestPages, wordsOf} from './closest-pages';
import {whereItIs, type Whereabouts} from './where-it-is';
import styles from './styles.module.css';

/** An honest 404: what was asked for, in which releases it exists, and the pages whose address is closest. */
export default function NotFoundContent({className}: {className?: string}): ReactNode {
  const isBrowser = useIsBrowser();
  const {pathname} = useLocation();
  const versions = useVersions(undefined);
  // The same file answers for every missing address, so its static form knows none of them.
  const words = isBrowser ? wordsOf(pathname) : [];
  const found = useMemo(() => {
    // The current release first: what it has is shown from there.
    const ordered = [...versions].sort((a, b) => Number(b.isLast) - Number(a.isLast));
    return isBrowser ? closestPages(pathname, ordered) : [];
  }, [isBrowser, pathname, versions]);

  const data = usePluginData('releases') as ReleasesGlobalData;
  const where = isBrowser ? whereItIs(pathname, versions, data) : undefined;

  return (
    <main className={clsx('container margin-vert--xl', styles.page, className)}>
      <p className="label-mono">404</p>
      <Heading as="h1">There is no page at this address</Heading>
      <p className={styles.asked}>{isBrowser ? <code>{pathname}</code> : <span>&nbsp;</span>}</p>

      <form action="/search" method="get" role="search" className={styles.search}>
        <label htmlFor="missing-search">Search the documentation</label>
        <span className={styles.row}>
          {/* The key makes the field start from the words once they are known. */}
          <input key={words.join(' ')} id="missing-search" type="search" name="q" defaultValue={words.join(' ')} />
          <button type="submit" className="button button--primary">
            Search
          </button>
        </span>
      </form>

      <div className={styles.results} aria-live="polite">
        <div className={styles.answer}>
          {where?.asked !== undefined && <WhereItIs {...where} />}
          {found.length > 0 && <h2>Pages with a similar address</h2>}
          {found.length > 0 && (
            <ul>
              {found.map((page) => (
                <li key={page.path}>
                  <Link to={page.path}>{page.path}</Link> <span className={styles.release}>{page.label}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
        <h2>Or start from</h2>
        <ul>
          <li>
            <Link to="/docs">Documentation</Link>
          </li>
          <li>
            <Link to="/docs/quickstart">Quickstart</Link>
          </li>
          <li>
            <Link to="/docs/api-reference">API reference</Link>
          </li>
          <li>
            <Link to="/docs/troubleshooting">Troubleshooting</Link>
          </li>
        </ul>
      </div>
    </main>
  );
}

/** What was asked for, in which releases it is, and what took its place. */
function WhereItIs({asked, found, gone}: Whereabouts): ReactNode {
  return (
    <div className={styles.where} role="status">
      {gone ? (
        <p>
          {asked} was given up: {gone.reason}.{' '}
          {gone.path !== undefined && <Link to={gone.path}>Read what took its place</Link>}
        </p>
      ) : (
        <p>
          {found.length > 0
            ? `${asked} is not there. It is in:`
            : `${asked} does not exist, nor does any other release have it.`}
        </p>
      )}
      {found.length > 0 && (
        <ul>
          {found.map(({path, label, isRenamed}) => (
            <li key={path}>
              <Link to={path}>{label}</Link>
              {isRenamed && ' under another name'}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
