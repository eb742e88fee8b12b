// Somebody who signed out here signs out at the provider too.
document.querySelector('form[data-at-once]')?.requestSubmit();

// Warns before a session ends and lets its owner go on, without leaving what they are writing. Without it everything
// works: a form that is sent too late is kept and shown again after signing in.
const warning = document.getElementById('session-warning');
if (warning) {
  const box = warning;
  const WARNED_BEFORE = 5 * 60;
  const [going, last] = box.querySelectorAll('[data-when]');
  const button = box.querySelector('button');
  let timers = [];

  const at = (seconds, act) => timers.push(setTimeout(act, Math.max(0, seconds) * 1000));

  const plan = ({ idle, rest }) => {
    timers.forEach(clearTimeout);
    timers = [];
    box.hidden = true;
    const isLast = rest <= idle;
    at(Math.min(idle, rest) - WARNED_BEFORE, () => {
      going.hidden = isLast;
      last.hidden = !isLast;
      button.hidden = isLast;
      box.hidden = false;
    });
  };

  button.addEventListener('click', async () => {
    const answer = await fetch('/session/extend', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token: box.dataset.token }),
    });
    if (answer.ok) plan(await answer.json());
    else going.textContent = box.dataset.over;
  });

  plan({ idle: Number(box.dataset.idle), rest: Number(box.dataset.rest) });
}
