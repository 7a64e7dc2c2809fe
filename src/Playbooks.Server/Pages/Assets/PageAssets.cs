using System.Security.Cryptography;
using System.Text;

namespace Playbooks.Server.Pages.Assets;

/// <summary>Provides the files that pages load. They are embedded in the assemblies, and their names change with their content.</summary>
internal sealed class PageAssets
{
    private readonly Dictionary<string, PageAsset> byName;

    public PageAssets()
    {
        // The style sheet of the report comes first, so that a run looks the same in both.
        Style = new("page", "css", "text/css", [.. Encode(ReportFragments.ReadStyleSheet()), .. Read("Playbooks.Server.page.css")]);
        Script = new("page", "js", "text/javascript", Read("Playbooks.Server.page.js"));
        Icon = new("icon", "svg", "image/svg+xml", Read("Playbooks.Server.icon.svg"));
        byName = new[] { Style, Script, Icon }.ToDictionary(static asset => asset.Name, StringComparer.Ordinal);
    }

    public PageAsset Style { get; }

    public PageAsset Script { get; }

    public PageAsset Icon { get; }

    /// <summary>Returns the asset with a name, or null if there is none or its content has changed.</summary>
    public PageAsset? Find(string name) => byName.GetValueOrDefault(name);

    private static byte[] Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Encode(reader.ReadToEnd());
    }

    private static byte[] Encode(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
}

/// <summary>A file that pages load.</summary>
internal sealed record PageAsset
{
    public PageAsset(string name, string extension, string contentType, byte[] content)
    {
        Name = $"{name}.{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}.{extension}";
        ContentType = contentType + "; charset=utf-8";
        Content = content;
    }

    /// <summary>Gets the name, which contains a digest of the content.</summary>
    public string Name { get; }

    public string ContentType { get; }

    public ReadOnlyMemory<byte> Content { get; }
}
