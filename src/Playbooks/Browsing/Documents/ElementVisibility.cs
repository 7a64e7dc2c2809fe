namespace Playbooks.Browsing.Documents;

/// <summary>Determines whether an element is visible, by Playwright's rule.</summary>
internal static class ElementVisibility
{
    /// <summary>A JavaScript function that returns whether an element has a non-empty box and is not hidden by its style.</summary>
    public const string Function = """
        function visible(element) {
          const style = getComputedStyle(element);
          if (style.display === 'contents') {
            for (const child of element.childNodes) {
              if (child.nodeType === 1 && visible(child)) return true;
              if (child.nodeType === 3) {
                const range = document.createRange();
                range.selectNode(child);
                const box = range.getBoundingClientRect();
                if (box.width > 0 && box.height > 0) return true;
              }
            }
            return false;
          }
          if (!element.checkVisibility() || style.visibility !== 'visible') return false;
          const box = element.getBoundingClientRect();
          return box.width > 0 && box.height > 0;
        }
        """;
}
