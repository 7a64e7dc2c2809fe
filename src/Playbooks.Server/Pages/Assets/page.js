// Updates the page of an active run, and refreshes lists. Without this script, all content is still readable.
(() => {
  'use strict';

  const byId = id => document.getElementById(id);
  const announce = text => { if (text) byId('announce').textContent = text; };

  /** Puts a new element into the place of an old one: what was open stays open, and the focus stays where it was. */
  const replace = (old, next) => {
    if (old.outerHTML === next.outerHTML) return;
    const open = [...old.querySelectorAll('details[open][id]')].map(each => each.id);
    const focused = old.contains(document.activeElement) ? pathOf(document.activeElement, old) : null;
    const pane = old.querySelector('.pane');
    const top = pane ? pane.scrollTop : 0;
    old.replaceWith(next);
    open.forEach(id => { const same = byId(id); if (same) same.open = true; });
    if (pane && next.querySelector('.pane')) next.querySelector('.pane').scrollTop = top;
    if (focused) (next.querySelector(focused) || next).focus({ preventScroll: true });
  };

  /** How the element with the focus is found again among those that take its place. */
  const pathOf = (element, root) => {
    if (element.id) return '#' + CSS.escape(element.id);
    if (element.getAttribute('href')) return `${element.localName}[href="${CSS.escape(element.getAttribute('href'))}"]`;
    const owner = element.closest('[id]');
    return owner && root.contains(owner) && owner !== root ? `#${CSS.escape(owner.id)} ${element.localName}` : element.localName;
  };

  /** Takes what a run's timeline sends: each element replaces the one of its id, or goes where it says, in order. */
  const take = html => {
    const parts = document.createElement('template');
    parts.innerHTML = html;
    for (const part of [...parts.content.children]) {
      announce(part.dataset.say);
      const old = byId(part.id);
      const list = byId(part.dataset.into);
      if (old) replace(old, part);
      else if (list) list.insertBefore(part, [...list.children].find(each => Number(each.dataset.n) > Number(part.dataset.n)) || null);
      if (part.dataset.word) begun(part.dataset.word);
    }
    show();
  };

  const begun = word => {
    if (byId('word')) byId('word').textContent = word;
    if (byId('waiting')) byId('waiting').remove();
    document.title = document.title.replace(/^[^·]+/, word + ' ');
  };

  /** Shows the lines of the step under way, or of the one that failed, unless somebody reads in them. */
  const show = () => {
    const pane = byId('pane');
    const line = pane && (pane.querySelector('li.running') || pane.querySelector('li.failed'));
    if (line && !pane.matches(':hover, :focus-within')) pane.scrollTop = line.offsetTop - pane.clientHeight / 3;
  };

  /** Loads this page again, and takes over the parts that have changed. */
  const refresh = async () => {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
    if (!answer.ok || answer.redirected) return location.reload();
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    page.querySelectorAll('[data-part]').forEach(next => { if (byId(next.id)) replace(byId(next.id), document.adoptNode(next)); });
    document.title = page.title;
  };

  /** Does something later, while somebody looks, and again where the service could not be reached. */
  const later = (work, seconds) => setTimeout(async () => {
    if (document.hidden) return document.addEventListener('visibilitychange', () => later(work, 0), { once: true });
    try { await work(); } catch { later(work, Math.max(2, seconds)); }
  }, seconds * 1000);

  /** Follows a run until it has ended, then until its trace and report are written. */
  const follow = (address, last) => {
    const source = new EventSource(address);
    source.onmessage = event => { last = event.lastEventId; take(event.data); };
    source.addEventListener('complete', () => { source.close(); ended(true); });
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return;
      // The EventSource does not reconnect: the request was rejected, or the stream has ended.
      later(async () => {
        await refresh();
        const steps = byId('steps');
        if (steps.dataset.follow) follow(steps.dataset.follow); else ended(true);
      }, 3);
    };
  };

  const ended = async isNews => {
    try {
      await refresh();
    } catch {
      return later(() => ended(isNews), 2);
    }
    show();
    if (isNews) announce('The run has ended: ' + byId('word').textContent);
    if (byId('head').dataset.unfinished !== undefined) later(() => ended(false), 1);
  };

  const keepFresh = () => {
    const list = byId('runs');
    if (list) later(async () => { await refresh(); keepFresh(); }, Number(list.dataset.refresh));
  };

  /** A step opens when one comes to it by a link, and its lines are lit while it is pointed at. */
  const openTarget = () => {
    const target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
    if (target && target.localName === 'details') target.open = true;
  };
  const light = event => {
    const row = event.target.closest && event.target.closest('details.step, .row[data-step], .marked li[data-step]');
    const step = row && (row.dataset.step || row.id.replace(/^step-/, ''));
    document.querySelectorAll('.lit').forEach(each => each.classList.remove('lit'));
    if (step) document.querySelectorAll(`.marked li[data-step="${CSS.escape(step)}"], #step-${CSS.escape(step)}`).forEach(each => each.classList.add('lit'));
  };

  addEventListener('hashchange', openTarget);
  openTarget();
  const steps = byId('steps');
  if (steps) {
    addEventListener('mouseover', light);
    addEventListener('focusin', light);
    show();
    if (steps.dataset.follow) follow(steps.dataset.follow);
    else if (byId('head').dataset.unfinished !== undefined) later(() => ended(false), 1);
  }
  keepFresh();

  // A page with errors starts at its list of errors.
  const mistakes = byId('mistakes');
  if (mistakes) mistakes.focus();
})();
