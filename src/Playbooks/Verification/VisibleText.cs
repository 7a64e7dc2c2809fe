namespace Playbooks.Verification;

/// <summary>Reads the visible text of an element.</summary>
internal static class VisibleText
{
    /// <summary>
    /// A JavaScript function that returns the text of an element: the rendered text, including open shadow roots and their slots, as in the
    /// document (before CSS text-transform), with whitespace collapsed within lines, and each block on a line of its own. innerText is not
    /// suitable, because it applies text-transform and ignores shadow roots. The text is collected in parts, so that the function takes linear time.
    /// </summary>
    public const string Function = """
        root => {
          const parts = [];
          const isSpace = character => /\s/.test(character);
          const last = () => parts.length ? parts[parts.length - 1].at(-1) : '\n';
          const put = part => { if (part) parts.push(part); };
          const trim = () => {
            while (parts.length) {
              const part = parts.pop().trimEnd();
              if (part) { parts.push(part); return; }
            }
          };
          const line = () => { if (last() !== '\n') { trim(); parts.push('\n'); } };
          const add = (data, keep) => {
            if (keep) { put(data); return; }
            data = data.replace(/[\s\u00a0]+/g, ' ');
            put(isSpace(last()) ? data.trimStart() : data);
          };
          const walk = (node, shown, keep) => {
            if (node.nodeType === 3) { if (shown) add(node.data, keep); return; }
            if (node.nodeType !== 1 || /^(script|style|noscript|template|head)$/.test(node.localName)) return;
            const style = getComputedStyle(node);
            if (style.display === 'none' || style.contentVisibility === 'hidden') return;
            const visible = style.visibility === 'visible';
            if (node.localName === 'br') { trim(); parts.push('\n'); return; }
            if (node.localName === 'input') { if (visible && /^(button|submit|reset)$/.test(node.type)) add(node.value, false); return; }
            if (node.localName === 'textarea') return;
            if (node.localName === 'select') { if (visible) for (const option of node.selectedOptions) add(' ' + option.label + ' ', false); return; }
            const block = !/^(inline|contents|ruby|none)/.test(style.display);
            const cell = style.display === 'table-cell' || style.display.startsWith('inline-');
            if (cell) add(' ', false); else if (block) line();
            const preserve = /^(pre|break-spaces)/.test(style.whiteSpaceCollapse ? (style.whiteSpaceCollapse === 'preserve' ? 'pre' : style.whiteSpaceCollapse) : style.whiteSpace);
            let children = node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
            if (node.localName === 'slot' && node.assignedNodes().length) children = node.assignedNodes();
            if (node.localName === 'details' && !node.open) children = [...node.children].filter(child => child.localName === 'summary').slice(0, 1);
            for (const child of children) walk(child, visible, preserve);
            if (cell) add(' ', false); else if (block) line();
          };
          walk(root, getComputedStyle(root).visibility === 'visible', false);
          return parts.join('').trim();
        }
        """;
}
