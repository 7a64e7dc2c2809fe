using System.Security.Cryptography;
using System.Text;

namespace Playbooks.Reports.Html;

/// <summary>Creates a self-contained page, which loads no resources and runs no script but its own.</summary>
internal sealed class HtmlPage
{
    private readonly string style = ReadStyleSheet();
    private readonly string? script;
    private readonly string policy;

    /// <param name="script">The embedded file with the only script that the page can run, or null.</param>
    public HtmlPage(string? script = null)
    {
        this.script = script is null ? null : Read(script);
        policy = $"default-src 'none'; style-src '{Digest(style)}'; {(this.script is null ? string.Empty : $"script-src '{Digest(this.script)}'; ")}img-src data:; base-uri 'none'; form-action 'none'";
    }

    /// <summary>Reads the style sheet of all pages.</summary>
    public static string ReadStyleSheet() => Read("report.css");

    /// <summary>Creates the page.</summary>
    /// <param name="title">The title of the window.</param>
    /// <param name="writeBody">Writes the body.</param>
    public string Write(string title, Action<HtmlText> writeBody)
    {
        var html = new HtmlText();
        html.Write(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>{title}</title>
            """);
        html.Markup("<style>");
        html.Markup(style);
        html.Markup("</style>\n</head>\n<body>\n");
        writeBody(html);
        if (script is not null)
        {
            html.Markup("<script>");
            html.Markup(script);
            html.Markup("</script>\n");
        }

        html.Markup("</body>\n</html>\n");
        return html.ToString();
    }

    private static string Read(string file)
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("Playbooks." + file)
            ?? throw new InvalidOperationException($"The file {file} of reports is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Digest(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
