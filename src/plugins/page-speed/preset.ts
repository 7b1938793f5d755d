import {join} from 'node:path';
import type {LoadContext, Preset} from '@docusaurus/types';

/** Nothing but a place: plugins of the first preset are the first of all (see after-others.ts). */
export default function pageSpeedPreset({siteDir}: LoadContext): Preset {
  return {plugins: [join(siteDir, 'src/plugins/page-speed/index.ts')]};
}
