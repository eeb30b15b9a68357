// What a page does beyond links and forms, which work without it.
(() => {
  'use strict';
  const csrf = document.querySelector('meta[name="csrf"]');
  document.addEventListener('htmx:configRequest', (event) => {
    if (csrf) {
      event.detail.headers[csrf.dataset.header] = csrf.content;
    }
  });
  document.addEventListener('htmx:beforeRequest', (event) => event.detail.target.setAttribute('aria-busy', 'true'));
  document.addEventListener('htmx:afterSettle', (event) => event.detail.elt.removeAttribute('aria-busy'));

  // One-key ways, which a person can switch off (WCAG 2.1.4): "/" searches, j and k go through a list, x ticks what is
  // gone to. What carries data-key is reached by it, in the row that is gone to first. Nothing leaves by a key alone.
  const writing = (element) => element.closest('input:not([type=checkbox]), textarea, select, [contenteditable]');
  const row = () => document.activeElement.closest('main tr, main li');
  const tick = () => row()?.querySelector('input[type=checkbox]:not(:disabled)');
  const step = (by) => {
    const links = [...document.querySelectorAll('main tbody th a, main .row-link')];
    const at = links.findIndex((link) => row()?.contains(link));
    (links[at + by] || (at < 0 && links[0]) || document.activeElement).focus();
  };
  const reach = (key) => {
    const marked = `[data-key="${key}"]:not(:disabled)`;
    const found = row()?.querySelector(marked) || document.querySelector(`main ${marked}`);
    if (!found) {
      return false;
    }
    const box = tick();
    if (box && !found.form.querySelector('input[type=checkbox]:checked') && found.form.contains(box)) {
      box.checked = true;
    }
    found.closest('details')?.setAttribute('open', '');
    if (found.tagName === 'BUTTON') {
      found.click();
    } else {
      found.focus();
    }
    return true;
  };
  const ways = {
    '/': () => document.getElementById('q')?.focus() ?? true,
    j: () => step(1) ?? true,
    k: () => step(-1) ?? true,
    x: () => tick()?.click() ?? true,
  };
  document.addEventListener('keydown', (event) => {
    const off = document.documentElement.dataset.keys === 'off';
    if (off || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) {
      return;
    }
    const done = ways[event.key] ? ways[event.key]() : /^[a-z]$/.test(event.key) && reach(event.key);
    if (done) {
      event.preventDefault();
    }
  });
})();
