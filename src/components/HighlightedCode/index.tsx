import {Prism} from 'prism-react-renderer';
import includeLanguages from '@theme/prism-include-languages';

// The theme adds the site's languages when the application starts; the highlighter comes later than that.
includeLanguages(Prism);

export {default} from '@theme-original/CodeBlock/Content';
