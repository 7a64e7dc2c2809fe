using Playbooks.RunFolder;

namespace Playbooks.Reports.Html;

/// <summary>Renders the screenshots of a run's folder: embedded up to a size limit, and linked beyond it. Each is embedded once.</summary>
internal sealed class EmbeddedScreenshots(string folder) : Screenshots
{
    private const long LargestOne = 2 * 1024 * 1024;

    // Base64 adds a third to the size, and the page should open quickly.
    private long bytesLeft = 6 * 1024 * 1024;

    private readonly HashSet<string> shown = new(StringComparer.Ordinal);

    protected override void WriteSafe(HtmlText html, string name, string what)
    {
        var link = "screenshots/" + Uri.EscapeDataString(name);
        if (shown.Contains(name))
        {
            html.Write($"""<p class="quiet">Screenshot: <a href="#shot-{name}">{name}</a>, shown above.</p>""");
            return;
        }

        if (Read(name) is not ({ } type, { } bytes))
        {
            html.Write($"""<p class="quiet">Screenshot: <a href="{link}">{name}</a>, in a folder next to this page.</p>""");
            return;
        }

        shown.Add(name);
        html.Markup("<figure>");
        html.Write($"""<img id="shot-{name}" decoding="async" alt="{what}" src="data:{type};base64,{Convert.ToBase64String(bytes)}">""");
        html.Write($"""<figcaption>{what} <a href="{link}">{name}</a></figcaption></figure>""");
    }

    private (string? Type, byte[]? Bytes) Read(string name)
    {
        try
        {
            if (SymbolicLinks.FindFile(Path.Combine(folder, RunFiles.Screenshots, name)) is not { } file || file.Length > LargestOne || file.Length > bytesLeft)
            {
                return default;
            }

            var bytes = File.ReadAllBytes(file.FullName);
            if (TypeOf(bytes) is not { } type)
            {
                return default;
            }

            bytesLeft -= bytes.Length;
            return (type, bytes);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }

    private static string? TypeOf(byte[] bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        _ => null,
    };
}
