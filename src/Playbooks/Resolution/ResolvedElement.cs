using Microsoft.Playwright;

namespace Playbooks.Resolution;

/// <summary>The element to which a chain resolved.</summary>
/// <param name="Locator">A locator that matches exactly this element (among those that count).</param>
/// <param name="Selector">The selector that found the element.</param>
/// <param name="Rank">The position of the selector in the chain: 0 for the primary; any other number is drift.</param>
internal sealed record ResolvedElement(ILocator Locator, string Selector, int Rank);
