import {expect, test} from '@jest/globals';
import {findings} from '../testing';
import {htmlTags} from './html-tags';

test('accepts the few tags that pages use', async () => {
  expect(
    await findings(
      htmlTags,
      '<details>\n<summary>More</summary>\n\nA<br />b <Term name="peer">peers</Term>, `<ws-id>`, 1 <2.\n\n</details>\n\n' +
        '<Facts table="tiers" />\n\n<!-- <note> -->\n',
    ),
  ).toEqual([]);
});

test('finds a placeholder outside backticks', async () => {
  expect(await findings(htmlTags, 'Open <your-tenant>.moleculesai.app.\n\n<div>\nText\n<ws-id>\n</div>\n')).toEqual([
    'docs/page.md:1 the HTML tag <your-tenant>',
    'docs/page.md:3 the HTML tag <div>',
    'docs/page.md:5 the HTML tag <ws-id>',
    'docs/page.md:6 the HTML tag </div>',
  ]);
});
