import type {ReactNode} from 'react';
import clsx from 'clsx';
import Link from '@docusaurus/Link';
import {usePluginData} from '@docusaurus/useGlobalData';
import {useActiveDocContext, useDocsVersion, useLatestVersion} from '@docusaurus/plugin-content-docs/client';
import {nearestPage} from '@site/src/plugins/releases/nearest';
import type {ReleasesGlobalData} from '@site/src/plugins/releases';
import {releaseName} from '@site/src/components/ReleaseSwitcher/switch-targets';

/** On a page that is not of the current release: which release it is, and the same page in the current one. */
export default function DocVersionBanner(): ReactNode {
  const version = useDocsVersion();
  const latest = useLatestVersion(undefined);
  const {activeDoc} = useActiveDocContext(undefined);
  const {releases} = usePluginData('releases') as ReleasesGlobalData;
  if (version.isLast) return null;

  const status = releases[releaseName(version.version)]?.status ?? 'maintained';
  const ids = new Set(latest.docs.map((doc) => doc.id));
  const id = activeDoc?.id ?? latest.mainDocId;
  const target = nearestPage(id, ids, releases[latest.name]?.nearest ?? {});
  const path = latest.docs.find((doc) => doc.id === target)?.path ?? latest.path;
  const what =
    status === 'next'
      ? 'You are reading about what comes after the current release.'
      : `You are reading about ${version.label}${status === 'unmaintained' ? ', which is no longer maintained' : ''}.`;
  return (
    <div className={clsx('release-banner', `release-banner--${status}`)} role="note">
      <span>{what}</span>
      <Link to={path}>
        {target === id ? `This page in ${latest.label}` : `Not in ${latest.label}: nearest page there`}
      </Link>
    </div>
  );
}
