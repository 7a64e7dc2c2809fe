using System.Globalization;
using System.Text;
using Playbooks.Benchmarks.Overhead;
using Playbooks.Browsing;

namespace Playbooks.Benchmarks.Evidence;

/// <summary>What a trace costs on a page of ten thousand rows that is waited for: runs without one and traced runs, by turns. Aim: 1.3 times.</summary>
internal static class TracedPages
{
    private const int Rows = 10_000;
    private const int WaitMilliseconds = 3000;

    /// <summary>Measures so many runs of each and gives the result in words.</summary>
    public static async Task<string> MeasureAsync(int rounds)
    {
        await using var session = await BrowserSession.StartAsync();
        var page = Page();
        var (without, traced) = await SideBySide.MediansAsync(rounds, () => RunAsync(session, page, TraceMode.Never), () => RunAsync(session, page, TraceMode.OnFailure));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Rows} rows, {WaitMilliseconds} ms of waiting: without a trace {without:0} ms, traced {traced:0} ms, {traced / without:0.00} times (medians of {rounds})");
    }

    private static async Task<string> RunAsync(BrowserSession session, string html, TraceMode trace)
    {
        await using var context = await session.NewContextAsync();
        await context.RouteAsync("http://big.test/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = html }));
        var options = new RunOptions { OutputRoot = Path.Combine(Path.GetTempPath(), "playbooks-benchmarks"), Trace = trace };
        var run = await new PlaybookRunner(options).RunAsync(new BigPage(), context);
        return run.Outputs.Done == "Ready" ? run.Outputs.Done : throw new InvalidOperationException(run.Report);
    }

    private static string Page()
    {
        var html = new StringBuilder("<title>Big</title><button id=go onclick=\"setTimeout(() => { document.getElementById('done').hidden = false }, ")
            .Append(CultureInfo.InvariantCulture, $"{WaitMilliseconds})\">Go</button><p id=done hidden>Ready</p><table>");
        for (var row = 0; row < Rows; row++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>Row {row}</td><td>Open</td></tr>");
        }

        return html.Append("</table>").ToString();
    }
}
