import {outsideReach} from '../../plugins/releases/bounds';
import {eachPage} from '../rule';
import type {Rule} from '../types';

/** A release is frozen as one folder, so a page of it may not reach outside that folder. */
export const releaseBounds: Rule = {
  name: 'release-bounds',
  check: eachPage((page) => outsideReach(page.file.slice(page.release.length + 1), page.tree)),
};
