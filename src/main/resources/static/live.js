// Tells a page that something has happened since it was read: counts in the menu, parts that are shown anew, and a sentence where
// a list has become another. A person can switch it off; whoever does nothing for twenty minutes is let go, and so is a hidden page.
(() => {
  'use strict';
  const root = document.documentElement;
  if (root.dataset.live !== 'on') {
    return;
  }
  const IDLE = 20 * 60 * 1000;
  const POLL = 10 * 1000;
  let stream = null;
  let timer = null;
  let moved = Date.now();
  let first = null;

  const fresh = () => document.getElementById('live')?.hasAttribute('hx-get') && window.htmx.trigger(document.body, 'live');
  const told = (event) => {
    const counts = JSON.parse(event.data);
    for (const [key, count] of Object.entries(counts)) {
      document.querySelectorAll(`[data-count="${key}"]`).forEach((place) => {
        place.textContent = count;
        place.hidden = count === 0;
      });
    }
    const topic = document.querySelector('.menu a[aria-current] [data-count]')?.dataset.count;
    if (first && topic && first[topic] !== counts[topic]) {
      const notice = document.getElementById('fresh');
      if (notice) {
        notice.hidden = false;
      }
    }
    if (first) {
      fresh();
    }
    first ??= counts;
    root.dataset.stream = 'open';
  };
  const close = () => {
    stream?.close();
    stream = null;
    clearInterval(timer);
    timer = null;
    root.dataset.stream = 'closed';
  };
  const watch = () => {
    if (Date.now() - moved > IDLE) {
      close();
    } else if (!stream) {
      fresh();
    }
  };
  const open = () => {
    if (stream || document.hidden || Date.now() - moved > IDLE) {
      return;
    }
    stream = new EventSource('/events');
    stream.addEventListener('counts', told);
    stream.addEventListener('enough', () => {
      // Too many pages of this person are open: the newer ones are told, this one asks now and then.
      stream?.close();
      stream = null;
    });
    stream.addEventListener('error', () => {
      if (stream?.readyState === EventSource.CLOSED) {
        // Refused, or nobody there: ask now and then instead.
        stream = null;
      }
    });
    timer ??= setInterval(watch, POLL);
  };
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
  for (const sign of ['pointerdown', 'keydown', 'scroll']) {
    document.addEventListener(sign, () => {
      moved = Date.now();
      if (!timer) {
        open();
      }
    }, {passive: true, capture: true});
  }
  window.addEventListener('pagehide', close);
  open();
})();
