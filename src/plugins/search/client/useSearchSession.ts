import {useCallback} from 'react';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {usePluginData} from '@docusaurus/useGlobalData';
import type {SearchGlobalData} from '..';
import {openSession, type Session} from './session';

type AlgoliaConfig = {appId: string; apiKey: string; indexName: string};

/** Opens the search of this tab when it is called; until then nothing is loaded. */
export function useSearchSession(): () => Session {
  const {latest, algolia, host} = usePluginData('search') as SearchGlobalData;
  const {siteConfig} = useDocusaurusContext();
  const base = useBaseUrl('/');
  const config = siteConfig.themeConfig['algolia'] as AlgoliaConfig;
  return useCallback(
    () =>
      openSession(
        new URL(base, window.location.origin).href,
        latest,
        algolia ? {appId: config.appId, apiKey: config.apiKey, indexName: config.indexName, host} : null,
      ),
    [base, latest, algolia, config, host],
  );
}
