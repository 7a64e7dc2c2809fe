using System.Text;

namespace Orders.Pages;

/// <summary>
/// The names in the markup. Version 2 is the redesign that breaks selectors: every id and class that a test could hold on to
/// is renamed, as style tools do at each build; what a person reads or hears stays as it was.
/// </summary>
/// <param name="Version">1 or 2.</param>
public sealed record Markup(int Version)
{
    public bool IsRedesigned => Version == 2;

    /// <summary>The id or class that this version has for the name.</summary>
    public string this[string name] => IsRedesigned ? $"hp-{Hash(name):x5}" : name;

    /// <summary>A URL of the dashboard that stays in this version.</summary>
    public string Link(string url) => IsRedesigned ? url + (url.Contains('?', StringComparison.Ordinal) ? "&v=2" : "?v=2") : url;

    public static Markup Of(string? version) => new(version == "2" ? 2 : 1);

    // FNV-1a: the same name on every machine and in every process, which string.GetHashCode does not promise.
    private static uint Hash(string name) => Encoding.UTF8.GetBytes(name).Aggregate(2166136261u, (hash, octet) => (hash ^ octet) * 16777619u) >> 12;
}
