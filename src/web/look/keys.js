// Single keys, for those who have not turned them off: each goes to the link or field that names it, `j` and `k` along the
// rows of a list. Never while somebody types, and never together with another key.
if (document.body.dataset.keys === 'on') {
  const typing = (element) => element?.closest('input, textarea, select, [contenteditable]') !== null;
  const rows = () => [...document.querySelectorAll('#content tbody th a[href], #content .first a[href]')];

  const along = (step) => {
    const all = rows();
    const at = all.indexOf(document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
    all[next]?.focus();
  };

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    if (event.key === 'j' || event.key === 'k') return along(event.key === 'j' ? 1 : -1);
    if (!/^[a-z?]$/.test(event.key)) return;
    const named = document.querySelector(`[aria-keyshortcuts="${event.key}"]`);
    if (named === null) return;
    event.preventDefault();
    if (named.matches('input')) named.focus();
    else named.click();
  });
}
