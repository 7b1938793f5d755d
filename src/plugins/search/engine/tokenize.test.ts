import {describe, expect, test} from '@jest/globals';
import {chunks, normalize, tokenize, words} from './tokenize';

describe('tokenize', () => {
  test.each([
    ['SECRETS_ENCRYPTION_KEY', ['secret', 'encryption', 'key', 'secretencryptionkey']],
    ['/workspaces/:id/a2a', ['workspace', 'id', 'a2a', 'workspaceida2a']],
    ['message/sendSubscribe', ['message', 'send', 'subscribe', 'sendsubscribe', 'messagesendsubscribe']],
    ['pushNotifications', ['push', 'notification', 'pushnotification']],
    ['RFC-1918', ['rfc', '1918', 'rfc1918']],
    ['GitHub and OAuth', ['git', 'hub', 'github', 'and', 'oauth']],
    ['EC2Instance', ['ec2', 'instance', 'ec2instance']],
    ['Café.', ['cafe']],
    ['--poll-timeout', ['poll', 'timeout', 'polltimeout']],
  ])('%s', (text, terms) => {
    expect(tokenize(text)).toEqual(terms);
  });

  test('what is written one way is found written another', () => {
    const whole = tokenize('secretsEncryptionKey').at(-1);
    expect(tokenize('SECRETS_ENCRYPTION_KEY').at(-1)).toBe(whole);
    expect(words('secrets encryption key').join('')).toBe(whole);
  });

  test('a part knows where it stands in the text', () => {
    const [chunk] = chunks('see MAX_SIZE now').slice(1);
    expect(chunk?.parts.map(({at, length}) => 'see MAX_SIZE now'.slice(at, at + length))).toEqual(['MAX', 'SIZE']);
  });

  test('a long address has no whole, but its parts', () => {
    expect(tokenize('https://a.example.org/one/two/three/four/five/six')).not.toContain(
      'httpsaexampleorgonetwothreefourfivesix',
    );
  });
});

test.each([
  ['tokens', 'token'],
  ['policies', 'policy'],
  ['classes', 'class'],
  ['status', 'status'],
  ['access', 'access'],
  ['AWS', 'aws'],
])('%s is %s', (word, term) => {
  expect(normalize(word)).toBe(term);
});
