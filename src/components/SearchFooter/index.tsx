import {useSyncExternalStore, type ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {useDocsVersionCandidates, useVersions} from '@docusaurus/plugin-content-docs/client';
import {status, statusOnServer, subscribe} from '@site/src/plugins/search/client/status';
import {searchAddress} from '@site/src/plugins/search/client/address';
import styles from './styles.module.css';

const ANSWERER = {
  algolia: 'Answered by Algolia',
  embedded: process.env.NODE_ENV === 'development' ? 'Answered from the last build' : 'Answered by the built-in index',
  fallback: 'Algolia did not answer: results of the built-in index',
};

/** The modal closes on Escape and on a chosen hit only; a link of this footer leads away, so it closes it as well. */
const close = (): void => {
  window.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', code: 'Escape'}));
};

/** Below the hits of the modal: all results, the same search in another release, and who answered. */
export default function SearchFooter({state}: {state: {query: string}}): ReactNode {
  const {by, hits} = useSyncExternalStore(subscribe, status, statusOnServer);
  const versions = useVersions(undefined);
  const [reading] = useDocsVersionCandidates(undefined);
  return (
    <div className={styles.footer}>
      {hits > 0 && (
        <Link to={searchAddress({query: state.query, version: reading.name})} onClick={close} className={styles.all}>
          {hits === 1 ? 'See it on a page of results' : `See all ${hits} results`}
        </Link>
      )}
      <span className={styles.others}>
        Search in{' '}
        {versions
          .filter(({name}) => name !== reading.name)
          .map(({name, label}) => (
            <Link key={name} to={searchAddress({query: state.query, version: name})} onClick={close}>
              {label}
            </Link>
          ))}
      </span>
      <span className={styles.by} data-answered-by={by}>
        {ANSWERER[by]}
      </span>
    </div>
  );
}
