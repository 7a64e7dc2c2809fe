using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.Logging;
using Playbooks.Browser.Tests.Site;
using Xunit.Abstractions;

namespace Playbooks.Browser.Tests;

/// <summary>One playbook puts a secret of its own through each construct; no run of it shows one anywhere.</summary>
public sealed class EverySecretTests(PlaybookFixture playbooks, CarelessSite site) : IClassFixture<PlaybookFixture>, IClassFixture<CarelessSite>, IDisposable
{
    // Headers and names of files cannot hold what the others hold.
    private static readonly HashSet<string> Plain = ["header", "routed_header", "extra", "file", "username", "password"];

    private readonly string root = Path.Combine(Path.GetTempPath(), "playbooks-tests", Guid.NewGuid().ToString("N"));

    // The name of each secret is in it, so that a leak says which construct has leaked.
    private readonly Dictionary<string, string> secrets = new(StringComparer.Ordinal);

    private string Evidence => Path.Combine(root, "evidence");

    public void Dispose()
    {
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public async Task No_secret_of_any_construct_is_in_anything_that_a_failing_run_leaves()
    {
        var playbook = PlaybookCatalog.Find("every_secret")!;
        site.Session = [Secret("cookie"), Secret("local"), Secret("tab")];
        var values = playbook.Info.Parameters.ToDictionary(static parameter => parameter.Name, parameter => Secret(parameter.Name));
        var told = new Told();

        var run = await RunAsync((Playbook<Playbooks.EverySecret.Outputs>)playbook.Create(values), told);

        Assert.True(run.FailedStep?.Description == "Click what is not there", run.Report);
        Assert.Contains("The finally steps also failed", run.Error, StringComparison.Ordinal);
        ShouldShowNothing(run, told);
    }

    [Fact]
    public async Task No_secret_is_in_what_an_agent_and_a_model_see_nor_in_what_they_leave()
    {
        var told = new Told();

        var run = await RunAsync(new Playbooks.EverySecretRecovered(new(Secret("word"))), told);

        Assert.True(run.Outcome == Outcome.Recovered, run.Report);
        Assert.True(File.Exists(Path.Combine(run.RunFolder, "recovery.md")) && File.Exists(Path.Combine(run.RunFolder, "heal.patch")));
        ShouldShowNothing(run, told);
    }

    private void ShouldShowNothing(PlaybookResult run, Told told)
    {
        Assert.Empty(run.EvidenceProblems);
        var texts = new List<(string Name, byte[] Content)>(Directory.EnumerateFiles(Evidence, "*", SearchOption.AllDirectories).SelectMany(Unzipped))
        {
            ("report", Encoding.UTF8.GetBytes(run.Report)),
            ("exception", Encoding.UTF8.GetBytes(run.Exception?.ToString() ?? string.Empty)),
            ("failure as JSON", run.Failure is null ? [] : Encoding.UTF8.GetBytes(FailureReport.ToJson(run))),
        };
        texts.AddRange(told.Texts);
        texts.AddRange(Members("result", run, depth: 0).Select(static member => (member.Name, Encoding.UTF8.GetBytes(member.Text))));
        // Hundreds of forms are searched for at once, and one by one only where there is one.
        var forms = Forms().ToList();
        var any = SearchValues.Create([.. forms.Select(static form => Encoding.Latin1.GetString(form.Bytes))], StringComparison.Ordinal);
        var leaks = from text in texts
                    where Encoding.Latin1.GetString(text.Content).AsSpan().ContainsAny(any)
                    from form in forms
                    let at = text.Content.AsSpan().IndexOf(form.Bytes)
                    where at >= 0
                    select $"{form.Name} in {text.Name}: {Encoding.UTF8.GetString(text.Content.AsSpan(Math.Max(at - 30, 0)..Math.Min(at + 90, text.Content.Length)))}";
        Assert.True(!leaks.Any(), string.Join('\n', leaks.Distinct()));
        // They were there to be masked.
        Assert.All(["actions.jsonl", "report.html", "status.json", "trace.zip/trace.trace"], name => Assert.Contains("***", TextOf($"runs/{run.RunId}/{name}"), StringComparison.Ordinal));
        Assert.All(["log", "console"], name => Assert.Contains(texts, text => text.Name == name && Encoding.UTF8.GetString(text.Content).Contains("***", StringComparison.Ordinal)));

        string TextOf(string name) => Encoding.UTF8.GetString(texts.Single(text => text.Name.Replace('\\', '/') == name).Content);
    }

    private async Task<PlaybookResult> RunAsync<TOutputs>(Playbook<TOutputs> playbook, Told told)
        where TOutputs : class, new()
    {
        var options = new RunOptions
        {
            BaseUrl = site.BaseUrl,
            OutputRoot = Path.Combine(Evidence, "runs"),
            SessionsFolder = Path.Combine(root, "sessions"),
            Trace = TraceMode.Always,
            Credentials = new Dictionary<string, Secret> { ["username"] = Secret("username"), ["password"] = Secret("password") },
            Reports = new() { JUnitPath = Path.Combine(Evidence, "junit.xml"), GitHub = new(root, Path.Combine(Evidence, "summary.md")), Output = told.Commands },
            Listeners = [told],
            Logger = told,
            Model = told,
            Recovery = playbook is Playbooks.EverySecretRecovered ? told : null,
        };
        return await playbooks.RunAsync(playbook, told, options);
    }

    private string Secret(string name)
    {
        if (!secrets.TryGetValue(name, out var secret))
        {
            var word = name.Replace("_", string.Empty, StringComparison.Ordinal);
            var core = $"Zq{secrets.Count}{word}Kx7";
            secrets[name] = secret = Plain.Contains(name) || name == "cookie" ? core : $"{core}\"ä <{{&}}>%/+'\\ü Vw{secrets.Count}{word}Jy9";
        }

        return secret;
    }

    /// <summary>What is left of each secret in each encoding, whatever stands around it.</summary>
    private IEnumerable<(string Name, byte[] Bytes)> Forms()
    {
        foreach (var (name, secret) in secrets)
        {
            // Letters and digits stay as they are however a text is escaped.
            foreach (var piece in new[] { secret[..(secret.IndexOf("Kx7", StringComparison.Ordinal) + 3)], secret[Math.Max(secret.IndexOf("Vw", StringComparison.Ordinal), 0)..] }.Distinct())
            {
                var bytes = Encoding.UTF8.GetBytes(piece);
                yield return (name, bytes);
                yield return (name + " in UTF-16", Encoding.Unicode.GetBytes(piece));
                yield return (name + " in hex", Encoding.ASCII.GetBytes(Convert.ToHexString(bytes)));
                yield return (name + " in hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes)));
                yield return (name + " percent-encoded", Encoding.ASCII.GetBytes("%" + BitConverter.ToString(bytes).Replace('-', '%')));
                for (var shift = 0; shift < 3; shift++)
                {
                    // Whole groups of three bytes: the first and the last may also hold what stands around.
                    var text = Convert.ToBase64String([.. new byte[shift], .. bytes]).TrimEnd('=');
                    yield return ($"{name} in base64", Encoding.ASCII.GetBytes(text[4..(text.Length / 4 * 4)]));
                }
            }
        }
    }

    /// <summary>Every text of the result, but what the test itself may read: its typed outputs, and the playbook with its cases.</summary>
    private static IEnumerable<(string Name, string Text)> Members(string name, object? value, int depth)
    {
        if (value is string text)
        {
            yield return (name, text);
        }
        else if (value is System.Collections.IEnumerable items)
        {
            foreach (var member in items.Cast<object?>().SelectMany(item => Members(name, item, depth + 1)))
            {
                yield return member;
            }
        }
        else if (value is not null and not Exception and not PlaybookInfo and not Type && depth < 12 && value.GetType().Namespace?.StartsWith("Playbooks", StringComparison.Ordinal) == true)
        {
            yield return (name, value.ToString() ?? string.Empty);
            foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.Name != "Outputs" && property.GetIndexParameters().Length == 0))
            {
                foreach (var member in Members($"{name}.{property.Name}", property.GetValue(value), depth + 1))
                {
                    yield return member;
                }
            }
        }
    }

    private IEnumerable<(string Name, byte[] Content)> Unzipped(string path)
    {
        var name = Path.GetRelativePath(Evidence, path);
        // A download is stored with the content that the server sent.
        var isDownload = Path.GetFileName(Path.GetDirectoryName(path)) == "downloads";
        yield return (name, [.. isDownload ? [] : File.ReadAllBytes(path), .. Encoding.UTF8.GetBytes(name)]);
        if (name.EndsWith(".zip", StringComparison.Ordinal))
        {
            using var zip = ZipFile.OpenRead(path);
            foreach (var entry in zip.Entries)
            {
                using var content = entry.Open();
                using var bytes = new MemoryStream();
                bytes.Write(Encoding.UTF8.GetBytes(entry.FullName));
                content.CopyTo(bytes);
                yield return ($"{name}/{entry.FullName}", bytes.ToArray());
            }
        }
    }

    /// <summary>Keeps all that a run tells while it runs: to its log, its listeners, the console, and models.</summary>
    private sealed class Told : ILogger, IStepListener, ITestOutputHelper, ITextModel, IRecoveryAgent
    {
        private readonly List<(string Name, byte[] Content)> texts = [];

        public StringWriter Commands { get; } = new(CultureInfo.InvariantCulture);

        public IReadOnlyList<(string Name, byte[] Content)> Texts
        {
            get
            {
                lock (texts)
                {
                    return [.. texts, ("workflow commands", Encoding.UTF8.GetBytes(Commands.ToString()))];
                }
            }
        }

        public Task<ModelAnswer> AskAsync(string prompt, string content, CancellationToken cancellationToken)
        {
            Add("prompt", prompt);
            Add("content for the model", content);
            return Task.FromResult(new ModelAnswer(content.Contains("***", StringComparison.Ordinal) ? "***" : "Careless", 1, 1));
        }

        public async Task<RecoveryResult> RecoverAsync(RecoveryRequest request, CancellationToken cancellationToken)
        {
            AddMembers(request.FailedStep);
            AddMembers(request.Values);
            Add("source for the agent", request.SourceText);
            Add("page for the agent", await request.Page.ReadSnapshotAsync());
            Add("element for the agent", (await request.Page.DescribeAsync("li"))?.ToString());
            AddMembers(await request.Actions.ExecuteAsync(new("key_press", "#field") { Params = new Dictionary<string, string> { ["text"] = "{word}" } }, cancellationToken));
            AddMembers(await request.Actions.ExecuteAsync(new("click", "li"), cancellationToken));
            var done = await request.Actions.StepDoneAsync(request.FailedStep.Info.Address, cancellationToken: cancellationToken);
            AddMembers(done);
            return new() { Reason = done.Reason };
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Add("scope of the log", state.ToString());
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Add("log", $"{formatter(state, exception)} {exception}");
            foreach (var value in state as IReadOnlyList<KeyValuePair<string, object?>> ?? [])
            {
                Add("log." + value.Key, value.Value?.ToString());
            }
        }

        public void OnRunStarted(RunStarted started) => AddMembers(started);

        public void OnStepStarted(StepStarted started) => AddMembers(started);

        public void OnAttemptFailed(AttemptFailed failed) => AddMembers(failed);

        public void OnRecoveryActed(RecoveryActed acted) => AddMembers(acted);

        public void OnRecoveryEnded(RecoveryEnded recovery) => AddMembers(recovery);

        public void OnStepEnded(StepResult step) => AddMembers(step);

        public void OnNote(RunNote noted) => AddMembers(noted);

        public void OnRunEnded(PlaybookResult result) => AddMembers(result);

        public void WriteLine(string message) => Add("console", message);

        public void WriteLine(string format, params object[] args) => Add("console", string.Format(CultureInfo.InvariantCulture, format, args));

        private void AddMembers(object told)
        {
            foreach (var (name, text) in Members(told.GetType().Name, told, depth: 0))
            {
                Add(name, text);
            }
        }

        private void Add(string name, string? text)
        {
            lock (texts)
            {
                texts.Add((name, Encoding.UTF8.GetBytes(text ?? string.Empty)));
            }
        }
    }
}
