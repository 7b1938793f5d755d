import {useCallback, useEffect, useMemo, useSyncExternalStore, type ReactNode} from 'react';
import {useDocsVersionCandidates} from '@docusaurus/plugin-content-docs/client';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {usePluginData} from '@docusaurus/useGlobalData';
import ThemeSearchBar from '@theme-original/SearchBar';
import SearchFooter from '@site/src/components/SearchFooter';
import type {SearchGlobalData} from '@site/src/plugins/search';
import {docSearch} from '@site/src/plugins/search/client/docsearch';
import {forget, status, statusOnServer, subscribe} from '@site/src/plugins/search/client/status';
import {askAgain, typeAhead} from '@site/src/plugins/search/client/type-ahead';
import {useSearchSession} from '@site/src/plugins/search/client/useSearchSession';

/** What the theme's search bar hands through to DocSearch's modal; its own types leave this out. */
type ModalProps = {
  transformSearchClient: (client: object) => object;
  resultsFooterComponent: typeof SearchFooter;
  getMissingResultsUrl: () => string;
  maxResultsPerGroup: number;
};
const SearchBar = ThemeSearchBar as (props: ModalProps) => ReactNode;

/** The theme's search bar, asking this site's search: Algolia where there is access to it, the embedded index otherwise. */
export default function SearchBarWrapper(): ReactNode {
  const open = useSearchSession();
  const {ask} = usePluginData('search') as SearchGlobalData;
  const {siteConfig} = useDocusaurusContext();
  const resultsPage = useBaseUrl('/search');
  const searchPage = siteConfig.url + resultsPage;
  const [{name: version}] = useDocsVersionCandidates(undefined);

  const warm = useCallback(() => {
    void open()
      .embedded.warm(version)
      // The results page is one key away, also where there is no network by then.
      .then(() => void window.docusaurus.preload(resultsPage))
      .catch(() => undefined);
  }, [open, version, resultsPage]);

  useEffect(
    () =>
      typeAhead(() => {
        forget();
        warm();
      }),
    [warm],
  );

  const transformSearchClient = useCallback(
    (client: object) => {
      const {backend, embedded} = open();
      warm();
      return {...client, search: docSearch(backend, embedded, {searchPage, ask, again: askAgain})};
    },
    [open, warm, searchPage, ask],
  );
  const getMissingResultsUrl = useMemo(() => () => ask, [ask]);

  return (
    <div className="search-bar" onFocusCapture={warm} onMouseOver={warm} onTouchStart={warm}>
      <SearchBar
        transformSearchClient={transformSearchClient}
        resultsFooterComponent={SearchFooter}
        getMissingResultsUrl={getMissingResultsUrl}
        maxResultsPerGroup={20}
      />
      <Announcement />
    </div>
  );
}

/** Says the number of results to who cannot see them. */
function Announcement(): ReactNode {
  const {query, hits} = useSyncExternalStore(subscribe, status, statusOnServer);
  return (
    <span role="status" className="visually-hidden">
      {query !== '' && `${hits === 0 ? 'Nothing found' : hits === 1 ? '1 result' : `${hits} results`} for ${query}`}
    </span>
  );
}
