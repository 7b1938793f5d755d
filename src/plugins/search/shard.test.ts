import {describe, expect, test} from '@jest/globals';
import {fullAnchor, shortAnchor} from './shard';

describe('short anchors', () => {
  test.each([
    ['env-KMS_KEY_ARN', 'KMS_KEY_ARN', 'env-*'],
    ['route-get-workspaces-id-channels', 'GET /workspaces/:id/channels', 'route-~'],
    ['start-here', 'Start here', '~'],
    ['d-2026-05-04', '2026-05-04', 'd-*'],
    ['map', 'How the parts fit', 'map'],
    ['c', '+++', 'c'],
    ['', '', ''],
  ])('%s of "%s" is kept as %s and read as it was', (anchor, name, short) => {
    expect(shortAnchor(anchor, name)).toBe(short);
    expect(fullAnchor(short, name)).toBe(anchor);
  });
});
