using System.Text;
using Playbooks.RunFolder;

namespace Playbooks.Reports.JUnit;

/// <summary>Writes JUnit XML: a file per run in a folder, or all runs in one file.</summary>
/// <param name="path">A path that ends in <c>.xml</c> is a file; any other path is a folder.</param>
/// <param name="exclusive">Opens the file for one run at a time.</param>
internal sealed class JUnitFile(string path, ExclusiveFile exclusive)
{
    private const string Start = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites name=\"Playbooks\">";
    private const string End = "\n</testsuites>\n";
    private const string EndOfSuite = "</testsuite>";

    /// <summary>Writes the suite of a run.</summary>
    public async Task WriteAsync(ReportedRun run, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path);
        var suite = "\n" + new JUnitSuite(run).Write();
        if (!full.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
        {
            Directory.CreateDirectory(full);
            WholeFile.Write(Path.Combine(full, $"TEST-{run.Header.RunId}.xml"), Start + suite + End);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        using var file = await exclusive.OpenAsync(full, cancellationToken).ConfigureAwait(false);
        var at = await EndOfSuitesAsync(file, cancellationToken).ConfigureAwait(false);
        file.SetLength(at);
        file.Seek(at, SeekOrigin.Begin);
        await file.WriteAsync(Encoding.UTF8.GetBytes((at == 0 ? Start : string.Empty) + suite + End), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Creates one document with the suites of several runs.</summary>
    public static string Merge(IEnumerable<ReportedRun> runs) => Start + string.Concat(runs.Select(static run => "\n" + new JUnitSuite(run).Write())) + End;

    // Writes after the last complete suite; what a killed process left after it is truncated. Only the end is read, because the file grows with every run.
    private static async Task<long> EndOfSuitesAsync(FileStream file, CancellationToken cancellationToken)
    {
        const int Tail = 64 * 1024;
        var end = Encoding.UTF8.GetBytes(EndOfSuite);
        var buffer = new byte[Tail + end.Length];
        for (var start = Math.Max(0, file.Length - Tail); ; start = Math.Max(0, start - Tail))
        {
            file.Seek(start, SeekOrigin.Begin);
            var read = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (buffer.AsSpan(0, read).LastIndexOf(end) is var found and >= 0)
            {
                return start + found + end.Length;
            }

            if (start == 0)
            {
                return 0;
            }
        }
    }
}
