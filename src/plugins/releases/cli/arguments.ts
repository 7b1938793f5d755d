import {formatJson} from '../files';
import {EXIT, refuse} from '../problems';
import {NEXT, parseReleases, type Releases} from '../releases';

/** What a person typed is checked before it is written: a file that no command can read would stop all of them. */

/** Refuses what is no day of the calendar. @returns the day */
export function requireDay(day: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : NaN;
  // The clock takes 31 February for 3 March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) {
    refuse(`--date: "${day}" is no day: write YYYY-MM-DD`, EXIT.usage);
  }
  return day;
}

/** Refuses what is no release, and next, which has neither a snapshot nor a manifest. */
export function requireSnapshotName(name: string, releases: Releases): void {
  if (name === NEXT) refuse(`${name} is not frozen: edit docs/ and commit it`, EXIT.usage);
  if (!releases[name]) refuse(`${name}: there is no such release`, EXIT.usage);
}

/** Refuses a name whose addresses already lead to a release that had it before. @param own the release that may take it back */
export function requireUnusedName(name: string, releases: Releases, own?: string): void {
  for (const [other, {formerNames}] of Object.entries(releases)) {
    if (other !== own && formerNames?.includes(name)) {
      refuse(
        `${name} was the name of ${other}, and its addresses lead there (releases.json, formerNames); take another`,
      );
    }
  }
}

/** The text of releases.json. Refuses what could not be read again. */
export function releasesText(releases: Releases): string {
  const text = formatJson(releases);
  try {
    parseReleases(text);
  } catch (error) {
    refuse(`this would not be valid: ${(error as Error).message}`, EXIT.usage);
  }
  return text;
}
