import type {ReactNode} from 'react';
import Head from '@docusaurus/Head';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {applyTrailingSlash} from '@docusaurus/utils-common';
import {useDoc, useLatestVersion} from '@docusaurus/plugin-content-docs/client';
import {usePluginData} from '@docusaurus/useGlobalData';
import {releaseName} from '@site/src/components/ReleaseSwitcher/switch-targets';
import type {ReleasesGlobalData} from '@site/src/plugins/releases';
import {idIn} from '@site/src/plugins/releases/renames';
import DocItemMetadata from '@theme-original/DocItem/Metadata';

/** The theme's metadata, and a canonical address: the same page in the current release where it exists. */
export default function DocItemMetadataWrapper(): ReactNode {
  const {metadata} = useDoc();
  const latest = useLatestVersion(undefined);
  const {siteConfig} = useDocusaurusContext();
  const {releases} = usePluginData('releases') as ReleasesGlobalData;
  const id = idIn(metadata.id, releaseName(metadata.version), latest.name, releases);
  const current = latest.docs.find((doc) => doc.id === id);
  const canonical = siteConfig.url + applyTrailingSlash(current?.path ?? metadata.permalink, siteConfig);
  return (
    <>
      <DocItemMetadata />
      <Head>
        <link rel="canonical" href={canonical} />
        <meta property="og:url" content={canonical} />
      </Head>
    </>
  );
}
