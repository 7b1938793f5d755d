import {lintSource} from '@secretlint/core';
import {creator as preset} from '@secretlint/secretlint-rule-preset-recommend';
import type {Problem, Rule} from '../types';

const config = {rules: [{id: '@secretlint/secretlint-rule-preset-recommend', rule: preset}]};

/** No text that looks like a real credential, not even an expired or invented one. */
export const secrets: Rule = {
  name: 'secrets',
  async check(pages) {
    const problems: Problem[] = [];
    for (const page of pages) {
      const {messages} = await lintSource({
        source: {content: page.source, filePath: page.file, ext: page.mdx ? '.mdx' : '.md', contentType: 'text'},
        options: {config, maskSecrets: true, noPhysicFilePath: true},
      });
      for (const {loc, message} of messages) {
        problems.push({page, line: loc.start.line, what: message, mend: 'use a placeholder such as <anthropic-key>'});
      }
    }
    return problems;
  },
};
