import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {createTextDocument, DocumentValidator, type CSpellUserSettings} from 'cspell-lib';

/** A word that cspell does not accept. `american` is there when the word is British. */
export interface SpellingFault {
  readonly word: string;
  readonly offset: number;
  readonly american: string | undefined;
}

const loading = new Map<string, Promise<CSpellUserSettings>>();

/** Checks prose with the `cspell.json` at the root of the repository. */
export async function checkSpelling(prose: string, root: string): Promise<SpellingFault[]> {
  const settings = await (loading.get(root) ?? load(root));
  const document = createTextDocument({uri: 'file:///page.txt', content: prose, languageId: 'plaintext'});
  const validator = new DocumentValidator(document, {noConfigSearch: true, generateSuggestions: false}, settings);
  await validator.prepare();
  return validator.checkDocument().map(({text, offset, isFlagged, suggestionsEx}) => ({
    word: text,
    offset,
    american: isFlagged === true ? inCaseOf(text, suggestionsEx?.[0]?.word) : undefined,
  }));
}

function load(root: string): Promise<CSpellUserSettings> {
  const settings = readSettings(root);
  loading.set(root, settings);
  return settings;
}

async function readSettings(root: string): Promise<CSpellUserSettings> {
  const settings = JSON.parse(await readFile(join(root, 'cspell.json'), 'utf8')) as CSpellUserSettings;
  const definitions = settings.dictionaryDefinitions?.map((definition) =>
    'path' in definition && definition.path !== undefined
      ? {...definition, path: join(root, definition.path)}
      : definition,
  );
  return definitions === undefined ? settings : {...settings, dictionaryDefinitions: definitions};
}

function inCaseOf(word: string, replacement: string | undefined): string | undefined {
  const isCapitalized = /^\p{Lu}/u.test(word);
  return replacement !== undefined && isCapitalized
    ? replacement.charAt(0).toUpperCase() + replacement.slice(1)
    : replacement;
}
