import MDXComponents from '@theme-original/MDXComponents';
import Diagram from '@site/src/components/Diagram';
import FactsRow from '@site/src/components/FactsRow';
import FactsTable from '@site/src/components/FactsTable';
import ScrollTable from '@site/src/components/ScrollTable';

/** What Markdown pages may use beside what Docusaurus gives them. */
export default {
  ...MDXComponents,
  Diagram,
  FactsTable,
  table: ScrollTable,
  tr: FactsRow,
};
