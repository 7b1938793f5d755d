import type {ReactNode} from 'react';
import {useDoc} from '@docusaurus/plugin-content-docs/client';
import {pageDataOf} from './page-data';
import styles from './styles.module.css';

/** At the foot of a frozen page that was corrected: when, and why. */
export default function Amendments(): ReactNode {
  const amendments = pageDataOf(useDoc().frontMatter)?.amendments ?? [];
  if (amendments.length === 0) return null;
  return (
    <aside className={styles.amendments} aria-label="Corrections">
      <ul>
        {amendments.map(({date, reason}) => (
          <li key={`${date} ${reason}`}>
            corrected on <time dateTime={date}>{date}</time>: {reason}
          </li>
        ))}
      </ul>
    </aside>
  );
}
