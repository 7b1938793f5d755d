/** Import this first, then `await import('../src/….ts')` works in a script. */
import {register} from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
