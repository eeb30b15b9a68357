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

  // One-key ways, which a person can switch off (WCAG 2.1.4): "/" searches, j and k go through a list.
  const writing = (element) => element.closest('input, textarea, select, [contenteditable]');
  document.addEventListener('keydown', (event) => {
    const off = document.documentElement.dataset.keys === 'off';
    if (off || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) {
      return;
    }
    if (event.key === '/') {
      const search = document.getElementById('q');
      if (search) {
        event.preventDefault();
        search.focus();
      }
    } else if (event.key === 'j' || event.key === 'k') {
      const links = [...document.querySelectorAll('main tbody th a')];
      const at = links.indexOf(document.activeElement) + (event.key === 'j' ? 1 : -1);
      (links[at] || document.activeElement).focus();
    }
  });
})();
