import {expect, test} from '@jest/globals';
import {SIDEBAR_KEY} from '../../theme/DocSidebarItem/Category/open-categories';
import {compileLoader} from './loader';

test('the loader keeps the open categories where the application looks for them', () => {
  const code = compileLoader('src/plugins/page-speed/client/loader.ts');
  expect(code).toContain(SIDEBAR_KEY);
  // A name that nobody defines would stop every page.
  expect(code).not.toContain('SIDEBAR_KEY');
});
