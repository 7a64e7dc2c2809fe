using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>An open page of a run.</summary>
internal sealed class OpenPage(IPage page, string? name) : IDisposable
{
    /// <summary>Gets the page.</summary>
    public IPage Page { get; } = page;

    /// <summary>Gets or sets the name that a step gave to the page, or null.</summary>
    public string? Name { get; set; } = name;

    /// <summary>Gets the pending navigation of the page.</summary>
    public PendingNavigation Navigation { get; } = new(page);

    public void Dispose() => Navigation.Dispose();
}
