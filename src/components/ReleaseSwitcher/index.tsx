import {useEffect, useRef, type ReactNode} from 'react';
import clsx from 'clsx';
import Link from '@docusaurus/Link';
import {usePluginData} from '@docusaurus/useGlobalData';
import {useHistorySelector} from '@docusaurus/theme-common';
import {
  useActiveDocContext,
  useDocsPreferredVersion,
  useDocsVersionCandidates,
  useVersions,
} from '@docusaurus/plugin-content-docs/client';
import {useAddressQuery} from '../FactsTable/useAddressParameter';
import type {ReleasesGlobalData} from '@site/src/plugins/releases';
import {STATUS_WORDS} from '@site/src/plugins/releases/names';
import {releaseName, switchTargets, type SwitchTarget} from './switch-targets';
import styles from './styles.module.css';

type Props = {
  /** Docusaurus renders each navbar item a second time in the mobile drawer; the switcher is always in the bar. */
  mobile?: boolean;
};

/** What a reader should know before switching; nothing where the page is simply there. */
const marks: Partial<Record<SwitchTarget['mark'], string>> = {
  missing: 'This page is not in it; opens the nearest one',
  new: 'This page is new in it',
  renamed: 'This page has another address in it',
};

/** A <details> that behaves like a menu when a script is there: Escape and a click outside close it. */
function useMenuClosing() {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = ref.current;
      if (!menu?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        menu.open = false;
        menu.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && !menu.contains(event.target)) {
        menu.open = false;
      }
    };
    document.addEventListener('keydown', close);
    document.addEventListener('pointerdown', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('pointerdown', close);
    };
  }, []);
  return ref;
}

/** Lines of an entry are read out as one text. */
const pause = <span className="visually-hidden">, </span>;

type EntryProps = {
  target: SwitchTarget;
  /** Query and anchor of the page being read, where they mean the same there; undefined where they mean nothing. */
  suffix: string | undefined;
  onPick: () => void;
};

function Entry({target, suffix, onPick}: EntryProps): ReactNode {
  return (
    <li>
      <Link
        to={`${target.path}${suffix ?? ''}`}
        className={clsx(styles.entry, target.active && styles.active)}
        aria-current={target.active ? 'true' : undefined}
        // For a click before the application is there (plugins/page-speed).
        data-release={target.version}
        data-same={suffix !== undefined || undefined}
        onClick={onPick}>
        <span className={styles.label}>{target.label}</span>
        {pause}
        <span className={styles.meta}>
          <span className="dot" data-status={target.status} />{' '}
          {target.date && <time dateTime={target.date}>{target.date}</time>}
          {target.date && ' · '}
          {STATUS_WORDS[target.status]}
        </span>
        {marks[target.mark] !== undefined && (
          <>
            {pause}
            <span className={styles.missing}>{marks[target.mark]}</span>
          </>
        )}
      </Link>
    </li>
  );
}

/** The menu of releases. Plain links in a <details>: it opens and leads on without JavaScript. */
export default function ReleaseSwitcher({mobile = false}: Props): ReactNode {
  const menu = useMenuClosing();
  const versions = useVersions(undefined);
  const {releases} = usePluginData('releases') as ReleasesGlobalData;
  const {activeDoc, activeVersion} = useActiveDocContext(undefined);
  const [shown] = useDocsVersionCandidates(undefined);
  const {savePreferredVersionName} = useDocsPreferredVersion(undefined);
  const search = useAddressQuery();
  const hash = useHistorySelector((history) => history.location.hash);
  if (mobile) return null;

  const targets = switchTargets(versions, releases, activeDoc?.id, activeVersion?.name);
  const short = releaseName(shown.name);
  return (
    <details ref={menu} className={styles.menu}>
      <summary className={styles.button}>
        <span className="dot" data-status={releases[short]?.status} />
        <span className={styles.short}>{short === 'next' ? 'Next' : short}</span>
        <span className="visually-hidden">: choose a release</span>
      </summary>
      <ul className={styles.list}>
        {targets.map((target) => (
          <Entry
            key={target.version}
            target={target}
            // Anchor and query belong to the page; they mean nothing on another one. An anchor that the release does not have
            // is answered there, by the nearest heading above it (useMovedAnchor).
            suffix={activeDoc && target.mark !== 'missing' ? `${search}${hash}` : undefined}
            onPick={() => {
              savePreferredVersionName(target.version);
              if (menu.current) menu.current.open = false;
            }}
          />
        ))}
        <li>
          <Link to="/releases" className={clsx(styles.entry, styles.all)}>
            All releases, and what changed
          </Link>
        </li>
      </ul>
    </details>
  );
}
