import {useEffect, useId, useRef, useState, type ReactNode} from 'react';
import {useLocation} from '@docusaurus/router';
import {targetOf} from '../FactsRow/target';
import {filterRows} from './rows';
import {useAddressParameter} from './useAddressParameter';
import styles from './styles.module.css';

interface Props {
  /** What the rows are, e.g. "environment variables". */
  title: string;
  /** Name of the filter in the address; only tables that are long enough to need a filter have it. */
  filter?: string;
  children: ReactNode;
}

/** A table of facts. It is complete without JavaScript; a long one gets a filter on top. */
export default function FactsTable({title, filter: parameter, children}: Props): ReactNode {
  if (parameter === undefined) return <div>{children}</div>;
  return (
    <FilteredTable title={title} parameter={parameter}>
      {children}
    </FilteredTable>
  );
}

function FilteredTable({title, parameter, children}: {title: string; parameter: string; children: ReactNode}) {
  const table = useRef<HTMLDivElement>(null);
  const input = useId();
  const [filter, setFilter] = useAddressParameter(parameter);
  const [count, setCount] = useState('');
  const {hash} = useLocation();

  useEffect(() => {
    const rows = Array.from(table.current?.querySelectorAll<HTMLTableRowElement>('tbody tr') ?? []);
    const target = targetOf(hash);
    const shown = filterRows(rows, filter, target);
    // A filter from the address takes rows away above the one that the browser has scrolled to by then.
    if (filter !== '' && document.activeElement?.id !== input) {
      rows.find((row) => target !== '' && row.id === target)?.scrollIntoView();
    }
    setCount(filter.trim() === '' ? '' : `${shown} of ${rows.length} rows`);
  }, [filter, hash, input]);

  return (
    <div>
      <div className={styles.bar}>
        <label className={styles.label} htmlFor={input}>
          {`Filter ${title}`}
        </label>
        <input
          id={input}
          className={styles.input}
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setFilter('');
          }}
        />
        <span className={styles.count} aria-live="polite">
          {count}
        </span>
      </div>
      <div ref={table}>{children}</div>
    </div>
  );
}
