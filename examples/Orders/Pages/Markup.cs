using System.Text;

namespace Orders.Pages;

/// <summary>
/// Defines the names in the markup. Version 2 is a redesign that breaks selectors: every id and class that a test could use is renamed, as
/// CSS tools do in each build, but the visible and accessible texts are unchanged.
/// </summary>
/// <param name="Version">The version, 1 or 2.</param>
public sealed record Markup(int Version)
{
    public bool IsRedesigned => Version == 2;

    /// <summary>Returns the id or class for a name in this version.</summary>
    public string this[string name] => IsRedesigned ? $"hp-{Hash(name):x5}" : name;

    /// <summary>Returns a URL of the dashboard that keeps this version.</summary>
    public string Link(string url) => IsRedesigned ? url + (url.Contains('?', StringComparison.Ordinal) ? "&v=2" : "?v=2") : url;

    public static Markup Of(string? version) => new(version == "2" ? 2 : 1);

    // FNV-1a is the same on every machine and in every process, which string.GetHashCode does not guarantee.
    private static uint Hash(string name) => Encoding.UTF8.GetBytes(name).Aggregate(2166136261u, (hash, octet) => (hash ^ octet) * 16777619u) >> 12;
}
