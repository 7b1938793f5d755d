import type {ComponentProps, ReactNode} from 'react';
import clsx from 'clsx';
import {useLocation} from '@docusaurus/router';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {targetOf} from './target';
import styles from './styles.module.css';

type Props = ComponentProps<'tr'>;

/** A table row; one with an id is an anchor that links may point at. */
export default function FactsRow(props: Props): ReactNode {
  return props.id === undefined ? <tr {...props} /> : <AnchoredRow {...props} id={props.id} />;
}

function AnchoredRow({className, ...props}: Props & {id: string}): ReactNode {
  // Without this the build takes a link to the row for broken.
  useBrokenLinks().collectAnchor(props.id);
  const {hash} = useLocation();
  // The server knows no hash, so the first render in the browser must not know it either. The class is
  // needed beside `:target`, which browsers do not move when a page is changed by script.
  const isTarget = useIsBrowser() && targetOf(hash) === props.id;
  return <tr {...props} className={clsx(className, isTarget && styles.target)} />;
}
