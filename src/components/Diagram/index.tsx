import type {CSSProperties, ReactNode} from 'react';
import styles from './styles.module.css';

type Props = {
  /** What the drawing says, in words. */
  description: string;
  /** The Mermaid source. */
  source: string;
  /** The drawing, made when the page was written; its colors are the page's own variables. */
  svg: string;
};

/** A diagram that needs no script: the drawing, and below it the same in words with its source. */
export default function Diagram({description, source, svg}: Props): ReactNode {
  const width = Number(/\swidth="([\d.]+)"/.exec(svg)?.[1] ?? 0);
  return (
    <figure className={styles.figure}>
      {/* Wide drawings scroll by themselves; a keyboard reaches that scroll. */}
      <div
        className={styles.drawing}
        tabIndex={0}
        role="group"
        aria-label="Diagram"
        style={{'--drawing-width': `${width}px`} as CSSProperties}
        dangerouslySetInnerHTML={{__html: svg}}
      />
      <figcaption>
        <details className={styles.text}>
          <summary>Diagram as text</summary>
          <p>{description}</p>
          <pre tabIndex={0}>
            <code>{source}</code>
          </pre>
        </details>
      </figcaption>
    </figure>
  );
}
