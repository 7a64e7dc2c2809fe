using System.IO.Compression;
using System.Text;
using Playbooks.Browser.Tests.Site;

namespace Playbooks.Browser.Tests;

/// <summary>A run that sends its secrets on every way there is leaves a folder without them, the trace unzipped.</summary>
public sealed class SecretsTests(PlaybookFixture playbooks, TestSite site) : IClassFixture<PlaybookFixture>, IClassFixture<TestSite>, IDisposable
{
    private const string Password = "Zauber\"wort <+ü&'€~!(*)\\Ende";
    private const string Note = "Morgen: stund\nhat \"Gold\" im Mund ä=";

    // Letters and digits stay as they are however a text is escaped.
    private static readonly string[] Pieces = ["Zauber", "wort", "Ende", "Morgen", "stund", "Gold", "Mund"];

    private readonly string outputRoot = Path.Combine(Path.GetTempPath(), "playbooks-tests", Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(outputRoot))
        {
            Directory.Delete(outputRoot, recursive: true);
        }
    }

    [Fact]
    public async Task The_folder_of_a_run_holds_its_secrets_in_no_form()
    {
        var run = await RunAsync();

        Assert.Equal("Step 7 of 7 (evaluate): Logging in failed", run.Error);
        Assert.NotNull(run.TracePath);
        Assert.Empty(run.EvidenceProblems);
        var files = Directory.EnumerateFiles(outputRoot, "*", SearchOption.AllDirectories).SelectMany(Unzipped).ToList();
        var forms = Forms().ToList();
        var leaks = from file in files from form in forms where file.Content.AsSpan().IndexOf(form.Bytes) >= 0 select $"{file.Name}: {form.Name}";
        Assert.Empty(leaks);
        // It was there to be masked.
        Assert.All(
            ["actions.jsonl", "report.html", "trace.zip/trace.trace", "trace.zip/trace.network"],
            name => Assert.Contains("***", Encoding.UTF8.GetString(files.Single(file => file.Name == $"{run.RunId}/{name}").Content), StringComparison.Ordinal));
    }

    private async Task<PlaybookResult> RunAsync()
    {
        await using var context = await playbooks.NewContextAsync();
        var runner = new PlaybookRunner(new() { BaseUrl = site.BaseUrl, OutputRoot = outputRoot });
        return await runner.RunAsync(PlaybookCatalog.Find("log_in")!.Create(new Dictionary<string, string> { ["password"] = Password, ["note"] = Note }), context);
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Forms()
    {
        foreach (var piece in Pieces)
        {
            yield return (piece, Encoding.UTF8.GetBytes(piece));
            yield return (piece + " in UTF-16", Encoding.Unicode.GetBytes(piece));
        }

        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Latin1])
        {
            foreach (var before in (string[])["", "x", "xx"])
            {
                // Whole groups of three bytes: the first may also hold what stands before.
                var text = Convert.ToBase64String(encoding.GetBytes(before + "Zauber\"wort <"));
                yield return ($"base64 behind '{before}'", Encoding.ASCII.GetBytes(text[4..16]));
            }
        }
    }

    private IEnumerable<(string Name, byte[] Content)> Unzipped(string path)
    {
        var name = Path.GetRelativePath(outputRoot, path);
        yield return (name, [.. File.ReadAllBytes(path), .. Encoding.UTF8.GetBytes(name)]);
        if (!name.EndsWith(".zip", StringComparison.Ordinal))
        {
            yield break;
        }

        using var zip = ZipFile.OpenRead(path);
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            var bytes = new MemoryStream();
            bytes.Write(Encoding.UTF8.GetBytes(entry.FullName));
            content.CopyTo(bytes);
            yield return ($"{name}/{entry.FullName}", bytes.ToArray());
        }
    }
}
