using Playbooks.Recording;

namespace Playbooks.Reports.Html;

/// <summary>Renders the locations of the trace and the folder, with the command that opens the trace.</summary>
internal sealed class FilesPart(string folder)
{
    public void Write(HtmlText html)
    {
        html.Markup("<h3>Files</h3>");
        WriteFiles(html);
    }

    /// <summary>Renders the locations without a heading.</summary>
    public void WriteFiles(HtmlText html)
    {
        var trace = Path.Combine(folder, RunFiles.Trace);
        if (File.Exists(trace))
        {
            html.Write($"""<p>Trace: <a href="{RunFiles.Trace}">{RunFiles.Trace}</a>. Open it with</p><p class="cause"><code>{TraceCommand.For(trace)}</code></p>""");
        }

        var downloads = Path.Combine(folder, RunFiles.Downloads);
        string[] files = Directory.Exists(downloads) ? Directory.GetFiles(downloads) : [];
        foreach (var file in files.Select(Path.GetFileName).Order(StringComparer.Ordinal))
        {
            html.Write($"""<p>Download: <a href="{RunFiles.Downloads}/{file}">{file}</a></p>""");
        }

        html.Write($"""<p class="quiet">Folder: <code>{folder}</code></p>""");
    }
}
