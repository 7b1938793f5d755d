import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {usePluginData} from '@docusaurus/useGlobalData';
import {useDoc} from '@docusaurus/plugin-content-docs/client';
import type {ReleasesGlobalData} from '@site/src/plugins/releases';
import {STATUS_WORDS} from '@site/src/plugins/releases/names';
import {pageDataOf} from './page-data';
import styles from './styles.module.css';

/** One quiet line: the release, its status, and what became of the page since the one before. */
export default function ReleaseLine(): ReactNode {
  const data = pageDataOf(useDoc().frontMatter);
  const {releases} = usePluginData('releases') as ReleasesGlobalData;
  if (!data) return null;
  const {release, change, since, compare} = data;
  const name = release === 'next' ? 'Next' : release;
  const said = {
    first: 'first release',
    new: `new since ${since}`,
    changed: `changed since ${since}`,
    same: `unchanged since ${since}`,
  }[change];
  return (
    <p className={styles.line}>
      <Link to={`/releases/${release}`}>{name}</Link>, {STATUS_WORDS[releases[release]?.status ?? 'maintained']};{' '}
      {compare === null ? said : <Link to={compare}>{change === 'new' ? `new in ${name}` : said}</Link>}
    </p>
  );
}
