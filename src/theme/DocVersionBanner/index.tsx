import type {ReactNode} from 'react';
import clsx from 'clsx';
import Link from '@docusaurus/Link';
import {usePluginData} from '@docusaurus/useGlobalData';
import {useActiveDocContext, useDocsVersion, useLatestVersion} from '@docusaurus/plugin-content-docs/client';
import ReleaseLine from '@site/src/components/ReleaseLine';
import {useMovedAnchor} from '@site/src/components/ReleaseLine/useMovedAnchor';
import {idIn} from '@site/src/plugins/releases/renames';
import {nearestPage} from '@site/src/plugins/releases/nearest';
import type {ReleasesGlobalData} from '@site/src/plugins/releases';
import {releaseName} from '@site/src/components/ReleaseSwitcher/switch-targets';

/** Above every page: where the reader is, and, outside the current release, the way to the same page there. */
export default function DocVersionBanner(): ReactNode {
  useMovedAnchor();
  return (
    <>
      <Banner />
      <ReleaseLine />
    </>
  );
}

/** On a page that is not of the current release: which release it is, and the same page in the current one. */
function Banner(): ReactNode {
  const version = useDocsVersion();
  const latest = useLatestVersion(undefined);
  const {activeDoc} = useActiveDocContext(undefined);
  const {releases} = usePluginData('releases') as ReleasesGlobalData;
  if (version.isLast) return null;

  const status = releases[releaseName(version.version)]?.status ?? 'maintained';
  const ids = new Set(latest.docs.map((doc) => doc.id));
  const id = idIn(activeDoc?.id ?? latest.mainDocId, releaseName(version.version), latest.name, releases);
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
