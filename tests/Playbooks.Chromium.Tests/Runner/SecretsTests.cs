using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Playbooks.Resolution;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

public sealed class SecretsTests(Chromium chromium) : RunnerTest(chromium)
{
    private const string Password = "p@ss \"w<rd\"/ü";

    [Fact]
    public async Task What_another_case_gives_stands_in_no_evidence_of_the_playbooks_text()
    {
        var step = new ScriptedStep(Info(1, attempts: 1), static page => page.SetContentAsync("<p>line 3</p>"), Fail("line 3 was not taken"));

        var run = await RunAsync(new ScriptedPlaybook(step, new ScriptedStep(Info(2, attempts: 1), Fail("line 3 was not taken"))) { CaseSecrets = ["line 3"] }, Options with { Trace = TraceMode.Always });

        Assert.Contains("\n***\n", await File.ReadAllTextAsync(Path.Combine(run.RunFolder, "playbook.yaml")), StringComparison.Ordinal);
        var files = Directory.GetFiles(run.RunFolder, "*", SearchOption.AllDirectories).ToList();
        Assert.Contains(files, static file => file.EndsWith("report.html", StringComparison.Ordinal));
        foreach (var file in files)
        {
            await using var stream = File.OpenRead(file);
            var texts = file.EndsWith(".zip", StringComparison.Ordinal) ? Runs.Recording.ZippedTrace.Texts(stream).Values : (IEnumerable<string>)[await File.ReadAllTextAsync(file)];
            Assert.All(texts, text => Assert.DoesNotContain("line 3", text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_secret_leaves_a_run_in_no_form()
    {
        var log = new TextLogger();
        await Page.RouteAsync("http://app.test/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Shop</title>" }));
        var step = new ScriptedStep(Info(1, attempts: 1), async page =>
        {
            await page.GotoAsync("http://app.test/?p=" + Uri.EscapeDataString(Password));
            await page.EvaluateAsync("secret => { document.title = secret; console.error('Wrong password ' + secret); }", Password);
            throw new PlaywrightException($"Call log:\n  - fill(\"{Password}\")");
        })
        {
            Says = "Log in",
            SaysOnFailure = $"{Password} was not taken",
            Summary = $"#password {Password}",
        };

        var run = await RunAsync(
            new ScriptedPlaybook(step) { Given = [new("password", Password) { Secret = true }] },
            Options with { Logger = log });

        var texts = new[] { run.Report, FailureReport.ToJson(run), run.Exception!.ToString(), run.ToString(), run.Error!, run.Cause!, string.Join('\n', Listener.Told), log.Text }
            .Concat(Members(run)).ToList();
        Assert.All(texts, text =>
        {
            Assert.DoesNotContain("w<rd", text, StringComparison.Ordinal);
            Assert.DoesNotContain("w%3Crd", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("w\\u003Crd", text, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Equal("Step 1 of 1 (Log in): *** was not taken", run.Error);
        Assert.Equal("#password ***", run.Steps[0].Input);
        Assert.Equal("***", run.Failure!.Title);
        Assert.Equal("Wrong password ***", Assert.Single(run.Failure.ConsoleErrors));
        Assert.Equal("http://app.test/?p=***", run.Failure.Url);
        Assert.Contains("password = ***", run.Report, StringComparison.Ordinal);
        Assert.Contains("***", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_value_that_holds_a_secret_is_masked_too()
    {
        var run = await RunAsync(new ScriptedPlaybook(new ScriptedReading<string>(Info(1, storeAs: "status"), _ => Task.FromResult("token hunter2")))
        {
            Given = [new("url", "http://u:hunter2@app.test"), new("password", "hunter2") { Secret = true }],
        });

        Assert.Equal(["http://u:***@app.test", "***"], run.Values.Select(value => value.Text));
        Assert.Equal("token ***", run.Steps[0].Output);
        Assert.Equal("token ***", run.OutputTexts[0].Text);
        Assert.Equal("token hunter2", run.Outputs.Status);
        Assert.Equal("it is ***", run.Mask("it is hunter2"));
    }

    [Fact]
    public async Task Nothing_that_an_attempt_has_seen_holds_a_secret()
    {
        await Page.RouteAsync("http://app.test/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Shop of hunter2</title><button>Pay hunter2</button>" }));
        var step = new ScriptedReading<string>(
            Info(1) with { Timeout = TimeSpan.FromSeconds(1) },
            static async context =>
            {
                await context.Page.GotoAsync("http://app.test/hunter2");
                context.Effects!.Note("window", "A window of hunter2 opened.");
                await context.ResolveAsync(new("#none-of-hunter2", "text='Pay hunter2'"), ElementRequirement.Visible);
                return "paid";
            },
            static async context =>
            {
                await context.ResolveAsync(new("text='Pey hunter2'"), ElementRequirement.Visible);
                return "paid";
            })
        {
            Expects = Title("Thanks to hunter2"),
        };

        var run = await RunAsync(new ScriptedPlaybook(step) { Given = [new("password", "hunter2") { Secret = true }] });

        var (unmet, unresolved) = (run.Steps[0].Attempts[0], run.Steps[0].Attempts[1]);
        Assert.Equal(("text='Pay ***'", 1), (unmet.SelectorUsed, unmet.SelectorRank));
        Assert.Equal("A window of *** opened.", Assert.Single(unmet.Notes));
        Assert.Equal("http://app.test/***", unmet.Url);
        Assert.Contains("***", Assert.Single(unmet.Expectations).Expected, StringComparison.Ordinal);
        Assert.Contains("***", unmet.Cause, StringComparison.Ordinal);
        Assert.Equal("text='Pey ***'", Assert.Single(unresolved.Candidates).Selector);
        Assert.Equal("button \"Pay ***\"", Assert.Single(unresolved.NearestNames));
        Assert.DoesNotContain("hunter2", System.Text.Json.JsonSerializer.Serialize(run.Steps[0].Attempts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_hidden_only_in_part_is_noted()
    {
        var log = new TextLogger();

        var run = await RunAsync(
            new ScriptedPlaybook(new ScriptedReading<string>(Info(1, storeAs: "status"), _ => Task.FromResult("matches a"))) { Given = [new("pin", "a") { Secret = true }] },
            Options with { Logger = log });

        Assert.Equal("matches ***", run.Steps[0].Output);
        Assert.Contains("The secret pin is masked only partially: it is shorter than 4 characters", log.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Members(PlaybookResult run) =>
        run.Steps.Select(step => step.ToString()).Concat(run.Steps.SelectMany(step => step.Attempts).Select(attempt => attempt.ToString())).Append(run.Failure!.ToString());

    private sealed class TextLogger : ILogger
    {
        private readonly System.Text.StringBuilder text = new();

        public string Text
        {
            get
            {
                lock (text)
                {
                    return text.ToString();
                }
            }
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (text)
            {
                text.AppendLine(formatter(state, exception)).Append(exception);
            }
        }
    }
}
