import {loadReleases} from '../releases';
import {readManifest} from '../snapshot';
import type {Context, Report} from './context';

/** Lists the releases with what is known about each. */
export function listReleases({siteDir}: Context): Report {
  const releases = Object.entries(loadReleases(siteDir)).map(([name, {label, status, date, supportEnd}]) => {
    const manifest = name === 'next' ? undefined : readManifest(siteDir, name);
    return {
      name,
      label,
      status,
      date,
      supportEnd: supportEnd ?? null,
      pages: manifest ? Object.keys(manifest.pages).length : null,
      amendments: manifest?.amendments.length ?? 0,
      sealed: name === 'next' ? null : manifest !== undefined,
    };
  });
  const row = ({name, status, date, pages, amendments, sealed, label}: (typeof releases)[number]) =>
    [
      name.padEnd(8),
      status.padEnd(13),
      (date ?? '').padEnd(11),
      (sealed === false ? 'not sealed' : pages === null ? '' : `${pages} pages`).padEnd(11),
      label + (amendments > 0 ? ` (${amendments} amendments)` : ''),
    ].join(' ');
  return {command: 'release:list', written: false, targets: [], lines: releases.map(row), data: {releases}, next: []};
}
