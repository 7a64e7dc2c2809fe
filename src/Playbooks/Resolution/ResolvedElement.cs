using Microsoft.Playwright;

namespace Playbooks.Resolution;

/// <summary>The one element that a chain means.</summary>
/// <param name="Locator">Matches exactly that element (among those that count).</param>
/// <param name="Selector">The selector that found it.</param>
/// <param name="Rank">0: the primary; else the place of the fallback, which is drift.</param>
internal sealed record ResolvedElement(ILocator Locator, string Selector, int Rank);
