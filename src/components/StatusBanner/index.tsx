import type {ReactNode} from 'react';
import clsx from 'clsx';
import Link from '@docusaurus/Link';
import {useActiveVersion, useDoc, useDocsVersion} from '@docusaurus/plugin-content-docs/client';

/** The front matter that a page's status is told by. */
type StatusFrontMatter = {
  status?: 'deprecated' | 'planned' | 'superseded' | 'historic';
  status_note?: string;
  /** Page id, in the same release, of what to read instead. */
  successor?: string;
};

const words = {
  deprecated: {title: 'Deprecated', tone: 'warning'},
  superseded: {title: 'Superseded', tone: 'warning'},
  historic: {title: 'Historic', tone: 'warning'},
  planned: {title: 'Planned', tone: 'info'},
} as const;

/** A page about something planned, retired or replaced says so first. Nothing for any other page. */
export default function StatusBanner(): ReactNode {
  const {frontMatter, metadata} = useDoc();
  const titles = useDocsVersion().docs;
  const paths = useActiveVersion(undefined)?.docs ?? [];
  const {status, status_note: note, successor} = frontMatter as StatusFrontMatter;
  if (!status) return null;

  const {title, tone} = words[status];
  const target = paths.find((doc) => doc.id === successor);
  if (successor !== undefined && !target) {
    throw new Error(`${metadata.source}: front matter: successor "${successor}" is no page of this release`);
  }
  return (
    <div className={clsx('alert status-banner', `alert--${tone}`)} role="note">
      <p>
        <strong>{title}.</strong> {note}
        {target && (
          <>
            {' '}
            <Link to={target.path}>Read {titles[target.id]?.title ?? target.id} instead</Link>.
          </>
        )}
      </p>
    </div>
  );
}
