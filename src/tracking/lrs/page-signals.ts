/** What a page tells of itself, as far as sending cares. Every function returns how to stop listening. */
export interface PageSignals {
  /** The page goes away or out of sight, perhaps for good: the last moment that is certain to come. */
  onLeave(listener: () => void): () => void;
  /** The page is back in sight, or out of the browser's back-forward cache. */
  onReturn(listener: () => void): () => void;
  /** The device has a network again. */
  onOnline(listener: () => void): () => void;
}

/** `beforeunload` and `unload` are no signals: they keep pages out of the back-forward cache, and phones don't fire them. */
export function listenToPage(page: Window): PageSignals {
  const { document } = page;
  const onVisibility = (state: DocumentVisibilityState, listener: () => void) => {
    const heard = () => {
      if (document.visibilityState === state) listener();
    };
    document.addEventListener('visibilitychange', heard);
    return () => document.removeEventListener('visibilitychange', heard);
  };
  const on = (type: 'pagehide' | 'pageshow' | 'online', listener: () => void) => {
    const heard = () => listener();
    page.addEventListener(type, heard);
    return () => page.removeEventListener(type, heard);
  };
  const both = (one: () => void, other: () => void) => () => {
    one();
    other();
  };
  return {
    onLeave: (listener) => both(on('pagehide', listener), onVisibility('hidden', listener)),
    onReturn: (listener) => both(on('pageshow', listener), onVisibility('visible', listener)),
    onOnline: (listener) => on('online', listener),
  };
}
