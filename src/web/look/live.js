// Tells when others change what this page shows. A page that nobody is using is made new by itself, if its reader wants that;
// one that somebody is typing in never is: there it says who changed something, and waits to be asked. Without it everything
// works, and the page shows what was so when it was opened.
const livePage = document.querySelector('main[data-live]');
if (livePage && 'EventSource' in window) {
  const note = document.getElementById('live-note');
  const policy = window.trustedTypes?.createPolicy('husrum', { createHTML: (text) => text });
  const NUMBER = /^\/files\/([0-9a-hjkmnp-tv-z]{11})/;
  const MOST = 80;
  let stream = null;

  const files = () => {
    const links = [...livePage.querySelectorAll('a[href^="/files/"]')];
    const own = NUMBER.exec(location.pathname)?.[1];
    const all = links.map((link) => NUMBER.exec(link.getAttribute('href'))?.[1]);
    return [...new Set([own, ...all].filter(Boolean))].slice(0, MOST);
  };

  const isChanged = (field) => {
    if (field.type === 'hidden') return false;
    if (field.matches('select'))
      return [...field.options].some((one) => one.selected !== one.defaultSelected);
    if (/^(checkbox|radio)$/.test(field.type)) return field.checked !== field.defaultChecked;
    return field.value !== field.defaultValue;
  };
  const isSet = (field) => field.matches('select') && ![...field.options].some((one) => one.defaultSelected);
  const isUsed = () => {
    const fields = [...livePage.querySelectorAll('input, select, textarea')];
    const active = document.activeElement;
    if (livePage.contains(active) && active.matches('input, select, textarea, button, summary')) return true;
    if (fields.some((field) => (isSet(field) ? field.selectedIndex > 0 : isChanged(field)))) return true;
    const marked = getSelection();
    return !marked.isCollapsed && livePage.contains(marked.anchorNode);
  };

  const say = (told, isDone) => {
    note.querySelector('p').textContent = told;
    note.querySelector('a').hidden = isDone;
    note.hidden = false;
  };

  const parsed = async () => {
    const answer = await fetch(location.href, { headers: { accept: 'text/html', 'x-husrum-live': '1' } });
    if (!answer.ok || answer.redirected) return null;
    const text = await answer.text();
    return new DOMParser().parseFromString(policy ? policy.createHTML(text) : text, 'text/html');
  };

  const renew = async (told) => {
    const fresh = await parsed().catch(() => null);
    const main = fresh?.querySelector('main[data-live]');
    if (!main || isUsed()) return say(told, false);
    const opened = [...livePage.querySelectorAll('details[open] > summary')].map((one) => one.textContent);
    const held = document.activeElement?.getAttribute('href');
    const isInside = livePage.contains(document.activeElement);
    livePage.replaceChildren(...main.childNodes);
    livePage.dataset.live = main.dataset.live;
    for (const place of ['.side', '.bell'])
      document.querySelector(place)?.replaceChildren(...(fresh.querySelector(place)?.childNodes ?? []));
    for (const summary of livePage.querySelectorAll('details > summary'))
      if (opened.includes(summary.textContent)) summary.parentElement.open = true;
    if (isInside && held)
      [...livePage.querySelectorAll('a')].find((one) => one.getAttribute('href') === held)?.focus();
    say(`${told} ${note.dataset.shown}`, true);
    setTimeout(() => (note.hidden = note.querySelector('a').hidden), 8_000);
    again();
  };

  const close = () => {
    stream?.close();
    stream = null;
  };
  const open = () => {
    if (stream !== null || document.hidden) return;
    const wish = new URLSearchParams({ of: files().join(',') });
    if (livePage.dataset.live !== '') wish.set('version', livePage.dataset.live);
    stream = new EventSource(`/live?${wish}`);
    stream.addEventListener('changed', ({ data }) => {
      const { told } = JSON.parse(data);
      if (note.dataset.renews === 'yes' && !isUsed()) renew(told);
      else say(told, false);
    });
    stream.addEventListener('over', close);
  };
  const again = () => {
    close();
    open();
  };

  // A page that is not looked at holds no connection: a browser has few of them for all its tabs.
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
  addEventListener('pagehide', close);
  open();
}
