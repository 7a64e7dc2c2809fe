// The little that needs a script: dialogs, shortcuts, the filter that submits itself, the cookie banner, and the panel that arrives late.
const dialog = name => document.querySelector(`[data-dialog="${name}"]`);
const isTyping = event => event.target.closest('input, select, textarea, dialog[open]');

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-opens]');
  if (opener) dialog(opener.dataset.opens)?.showModal();
  event.target.closest('[data-closes]')?.closest('dialog').close();
  event.target.closest('[data-removes]')?.parentElement.remove();
  if (event.target.closest('[data-accepts-cookies]')) document.cookie = 'office_cookies=accepted; path=/; max-age=31536000; samesite=lax';
});

document.addEventListener('change', event => {
  if (event.target.matches('[data-submits]')) event.target.form.requestSubmit();
});

document.addEventListener('keydown', event => {
  if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  const shortcut = {
    '/': () => document.querySelector('[data-focus="search"]')?.select(),
    '?': () => dialog('shortcuts').showModal(),
    'c': () => dialog('cancel')?.showModal(),
  }[event.key];
  if (shortcut) {
    event.preventDefault();
    shortcut();
  }
});

for (const panel of document.querySelectorAll('[data-loads]')) {
  fetch(panel.dataset.loads)
    .then(answer => answer.ok ? answer.text() : Promise.reject(new Error(`The carrier answered ${answer.status}`)))
    .then(markup => { panel.innerHTML = markup; })
    .catch(error => { panel.textContent = error.message; })
    .finally(() => panel.setAttribute('aria-busy', 'false'));
}
