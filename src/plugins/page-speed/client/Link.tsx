import {forwardRef, type MouseEvent, type Ref} from 'react';
import OriginalLink, {type Props} from '@docusaurus/Link';
import {useHistory} from '@docusaurus/router';
import isInternalUrl from '@docusaurus/isInternalUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import {applyTrailingSlash} from '@docusaurus/utils-common';

/**
 * A link to another page of the site as what it is: `<a>`, a click that does not load the page anew, and its code fetched
 * when it is pointed at. A page has more than a hundred, and Docusaurus's own link makes four components, an effect and an
 * observer of each: on the longest page a sixth of the time to the first intent. It still draws all other links, and all of
 * them on the server, where it collects them for the check of broken links.
 */
function Link(props: Props, ref: Ref<HTMLAnchorElement>) {
  const target = props.to ?? props.href;
  const ofSite = target !== undefined && target.startsWith('/') && isInternalUrl(target);
  if (!ofSite || props.isNavLink || (props.target !== undefined && props.target !== '_self')) {
    return <OriginalLink {...props} ref={ref} />;
  }
  return <PageLink {...props} address={target} innerRef={ref} />;
}

function PageLink({address: written, innerRef, ...props}: Props & {address: string; innerRef: Ref<HTMLAnchorElement>}) {
  const {
    to: _to,
    href: _href,
    isNavLink: _isNavLink,
    isActive: _isActive,
    activeClassName: _activeClassName,
    autoAddBaseUrl = true,
    'data-noBrokenLinkCheck': _noCheck,
    onClick,
    ...rest
  } = props;
  const {trailingSlash, baseUrl} = useDocusaurusContext().siteConfig;
  const {withBaseUrl} = useBaseUrlUtils();
  const history = useHistory();
  const address = applyTrailingSlash(autoAddBaseUrl ? withBaseUrl(written) : written, {trailingSlash, baseUrl});

  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const {button, metaKey, altKey, ctrlKey, shiftKey} = event;
    if (event.defaultPrevented || button !== 0 || metaKey || altKey || ctrlKey || shiftKey) return;
    event.preventDefault();
    const {pathname, search, hash} = history.location;
    // The page that is read already gets no second entry in the reader's history.
    if (pathname + search + hash === address) history.replace(address);
    else history.push(address);
  };
  const fetchCode = (): void => void window.docusaurus.preload(address);

  return (
    <a {...rest} href={address} ref={innerRef} onClick={follow} onMouseEnter={fetchCode} onTouchStart={fetchCode} />
  );
}

export default forwardRef(Link);
