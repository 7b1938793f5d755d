import {join} from 'node:path';
import type {LoadContext, Preset} from '@docusaurus/types';
import type {PageSpeedOptions} from './index';

/** Nothing but a place: plugins of the first preset are the first of all (see after-others.ts). */
export default function pageSpeedPreset({siteDir}: LoadContext, options: PageSpeedOptions = {}): Preset {
  return {plugins: [[join(siteDir, 'src/plugins/page-speed/index.ts'), options]]};
}
