using System.Security.Cryptography;
using System.Text;

namespace Playbooks.Runs.Reports.Html;

/// <summary>A whole page that needs nothing beside itself, and may load and run nothing.</summary>
internal sealed class HtmlPage
{
    private readonly string style;
    private readonly string policy;

    public HtmlPage()
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("Playbooks.report.css")
            ?? throw new InvalidOperationException("The style sheet of reports is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        style = reader.ReadToEnd().ReplaceLineEndings("\n");
        var digest = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        policy = $"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    /// <summary>The page.</summary>
    /// <param name="title">The window's title.</param>
    /// <param name="writeBody">Writes what stands in its body.</param>
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
        html.Markup("</body>\n</html>\n");
        return html.ToString();
    }
}
