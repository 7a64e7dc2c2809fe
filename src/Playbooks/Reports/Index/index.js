// Filters the rows of runs. Without this script, all rows are shown.
(() => {
  'use strict';

  const byId = id => document.getElementById(id);
  const filter = byId('filter');
  const rows = [...document.querySelectorAll('.runs tbody tr')];
  const drifted = new Set(rows.filter(row => row.querySelector('.tag.warn')));
  if (drifted.size === 0) byId('filter-outcome').querySelector('[value=drift]').remove();

  const apply = () => {
    const playbook = byId('filter-playbook').value;
    const outcome = byId('filter-outcome').value;
    const text = byId('filter-text').value.trim().toLowerCase();
    const shown = rows.filter(row => {
      row.hidden = (playbook !== '' && row.dataset.playbook !== playbook)
        || (outcome === 'drift' ? !drifted.has(row) : outcome !== '' && row.dataset.outcome !== outcome)
        || !row.textContent.toLowerCase().includes(text);
      return !row.hidden;
    });
    byId('filter-count').textContent = shown.length === rows.length ? '' : `${shown.length} of ${rows.length} runs`;
  };

  // Browsers keep the values of fields when a page is reloaded.
  filter.hidden = false;
  filter.addEventListener('input', apply);
  apply();
})();
