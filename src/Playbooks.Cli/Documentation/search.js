// Searches the sections of all pages. Everything is in this folder: no server is needed.
(() => {
  const root = document.currentScript.dataset.root;
  const input = document.getElementById("search");
  const results = document.getElementById("results");
  const pages = document.getElementById("pages");
  const count = document.getElementById("count");
  const sections = window.searchIndex.map(([url, title, text]) => ({ url, title, text, title_: title.toLowerCase(), text_: text.toLowerCase() }));
  const most = 30;

  // A word in a heading counts more than one in the text, and the beginning of the heading most.
  const score = (section, words) => {
    let sum = 0;
    for (const word of words) {
      const inTitle = section.title_.indexOf(word);
      if (inTitle < 0 && !section.text_.includes(word)) return 0;
      sum += inTitle === 0 ? 100 : inTitle > 0 ? 20 : 1;
    }
    return sum;
  };

  const excerpt = (section, words) => {
    const at = Math.max(0, Math.min(...words.map(word => section.text_.indexOf(word)).filter(place => place >= 0), section.text.length) - 40);
    const start = at < section.text.length ? at : 0;
    return (start > 0 ? "…" : "") + section.text.slice(start, start + 140) + (start + 140 < section.text.length ? "…" : "");
  };

  const show = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(word => word.length > 0);
    results.hidden = words.length === 0;
    pages.hidden = words.length > 0;
    results.replaceChildren();
    count.textContent = "";
    if (words.length === 0) return;
    const found = sections.map(section => [score(section, words), section]).filter(([points]) => points > 0).sort((a, b) => b[0] - a[0]);
    count.textContent = found.length === 1 ? "1 section" : `${found.length} sections`;
    for (const [, section] of found.slice(0, most)) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = root + section.url;
      link.textContent = section.title;
      const text = document.createElement("p");
      text.textContent = excerpt(section, words);
      item.append(link, text);
      results.append(item);
    }
  };

  input.addEventListener("input", show);
  show();
})();
