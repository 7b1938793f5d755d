import type {SearchRecord} from './records';

/** Algolia refuses larger records; its limit is on the JSON of one record. */
export const MAX_RECORD_BYTES = 9500;

const bytes = (record: SearchRecord): number => Buffer.byteLength(JSON.stringify(record));

/** A record that is small enough: its code is shortened first, its text second. */
export function uploadable(record: SearchRecord): SearchRecord {
  let small = record;
  for (const field of ['code', 'content'] as const) {
    // Twice, because an escaped letter takes more bytes than one.
    for (let over = bytes(small) - MAX_RECORD_BYTES; over > 0 && small[field]; over = bytes(small) - MAX_RECORD_BYTES) {
      small = {
        ...small,
        [field]: small[field].slice(0, Math.max(0, small[field].length - Math.ceil(over / 2) - 1)) || null,
      };
    }
  }
  return small;
}
