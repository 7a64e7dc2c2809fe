using System.Text.Json;
using Playbooks.Guarding.Secrets;
using Playbooks.Recording;
using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Runs.Recording;

public sealed class RecorderTests(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly SecretMask Mask = new(["hunter2"]);
    private static readonly PlaybookSource Source = new("/shop/log in/login.playbook.yaml", () => "name: Log in\nsteps:\n  - goto: /\n");

    private string WorkFolder => Path.Combine(Folder.Path, RunFiles.UnmaskedTrace);

    [Fact]
    public async Task A_trace_shows_each_step_as_a_group_that_leads_to_its_line()
    {
        var recorder = await StartAsync(TraceMode.Always);
        await StepAsync(recorder, Step(3), "Type hunter2", () => Page.SetContentAsync("<p>hunter2</p>"));
        await StepAsync(recorder, Step(4), null, () => Page.EvaluateAsync("1"));

        var path = await EndAsync(recorder);

        Assert.Equal(Path.Combine(Folder.Path, "trace.zip"), path);
        Assert.Empty(recorder.Problems);
        var trace = Read(path!);
        Assert.DoesNotContain(trace.Values, static text => text.Contains("hunter2", StringComparison.Ordinal));
        var groups = Lines(trace).Where(static line => line.TryGetProperty("method", out var method) && method.ValueEquals("tracingGroup")).ToList();
        Assert.Equal(["3 Type ***", "4 click"], groups.Select(static group => group.GetProperty("title").GetString()));
        Assert.Equal("""[{"file":"/shop/log in/login.playbook.yaml","line":8,"column":5}]""", groups[0].GetProperty("stack").GetRawText());
        Assert.Equal("setContent", Assert.Single(Calls(trace, groups[0])).GetProperty("method").GetString());
        Assert.Equal("evaluateExpression", Assert.Single(Calls(trace, groups[1])).GetProperty("method").GetString());
        Assert.Contains(trace.Keys, static name => name.StartsWith("src/", StringComparison.Ordinal));
        Assert.False(File.Exists(new TraceFiles(Folder).Unmasked));
    }

    [Fact]
    public async Task With_secrets_no_film_is_recorded_and_without_there_is_one()
    {
        Assert.DoesNotContain((await FilmedAsync(Mask)).Keys, IsFrame);
        Assert.Contains((await FilmedAsync(SecretMask.None)).Keys, IsFrame);

        static bool IsFrame(string name) => name.EndsWith(".jpeg", StringComparison.Ordinal);

        async Task<Dictionary<string, string>> FilmedAsync(SecretMask mask)
        {
            var recorder = await Recorder.StartAsync(Page.Context, TraceMode.Always, Folder, mask, "Log in", TimeProvider.System);
            for (var frame = 0; frame < 5; frame++)
            {
                await Page.SetContentAsync($"<p>{frame}</p>");
                await Page.ScreenshotAsync();
            }

            return Read((await EndAsync(recorder))!);
        }
    }

    [Fact]
    public async Task A_trace_that_is_not_kept_leaves_nothing()
    {
        var recorder = await StartAsync(TraceMode.OnFailure);
        await StepAsync(recorder, Step(1), null, () => Page.EvaluateAsync("1"));

        await recorder.StopAsync(keep: false, default);

        Assert.Null(await recorder.CommitAsync(Source, default));
        Assert.Empty(recorder.Problems);
        Assert.False(Directory.Exists(Folder.Path));
        await Page.Context.Tracing.StartAsync();
    }

    [Fact]
    public async Task With_never_nothing_is_traced()
    {
        var recorder = await StartAsync(TraceMode.Never);
        await Page.Context.Tracing.StartAsync();
        await StepAsync(recorder, Step(1), null, () => Page.EvaluateAsync("1"));

        Assert.Null(await EndAsync(recorder));
        Assert.Empty(recorder.Problems);
        // The caller's own trace goes on.
        await Page.Context.Tracing.StopAsync();
    }

    [Fact]
    public async Task A_context_that_its_owner_traces_stays_the_owners()
    {
        await Page.Context.Tracing.StartAsync();

        var recorder = await StartAsync(TraceMode.Always);
        await StepAsync(recorder, Step(1), null, () => Page.EvaluateAsync("1"));

        Assert.Null(await EndAsync(recorder));
        Assert.Equal("The run is not traced: Tracing has been already started.", Assert.Single(recorder.Problems));
        var owners = Path.Combine(Folder.Root, "owners.zip");
        await Page.Context.Tracing.StopAsync(new() { Path = owners });
        Assert.True(File.Exists(owners));
    }

    [Fact]
    public async Task A_context_that_is_gone_is_a_problem_and_no_failure()
    {
        var recorder = await StartAsync(TraceMode.Always);
        await Page.Context.CloseAsync();

        await StepAsync(recorder, Step(1), null, () => Task.CompletedTask);
        await StepAsync(recorder, Step(2), null, () => Task.CompletedTask);

        Assert.Null(await EndAsync(recorder));
        Assert.Equal(2, recorder.Problems.Count);
        Assert.StartsWith("From here on, the trace does not show steps: ", recorder.Problems[0], StringComparison.Ordinal);
        Assert.StartsWith("The trace was not written: ", recorder.Problems[1], StringComparison.Ordinal);
        Assert.False(Directory.Exists(WorkFolder));
    }

    [Fact]
    public async Task A_trace_that_cannot_be_masked_is_not_shown()
    {
        var recorder = await StartAsync(TraceMode.Always);
        await recorder.StopAsync(keep: true, default);
        await File.WriteAllTextAsync(new TraceFiles(Folder).Unmasked, "no trace");

        Assert.Null(await recorder.CommitAsync(Source, default));
        Assert.StartsWith("The trace was discarded because it could not be masked: ", Assert.Single(recorder.Problems), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder.Path));
    }

    [Fact]
    public async Task A_stop_that_is_cut_short_leaves_nothing_unmasked()
    {
        var recorder = await StartAsync(TraceMode.Always);

        await recorder.StopAsync(keep: true, new CancellationToken(canceled: true));

        Assert.Null(await recorder.CommitAsync(Source, default));
        Assert.Equal("The trace was not written: it took too long.", Assert.Single(recorder.Problems));
    }

    [Fact]
    public async Task What_is_not_masked_yet_is_its_owners_and_is_not_named_as_a_trace()
    {
        var recorder = await StartAsync(TraceMode.Always);
        await recorder.StopAsync(keep: true, default);

        Assert.False(Directory.Exists(Folder.Path));
        var file = new FileInfo(new TraceFiles(Folder).Unmasked);
        Assert.True(file.Exists);
        Assert.DoesNotContain(Folder.Root, file.FullName, StringComparison.Ordinal);
        Assert.Equal(".tmp", file.Extension);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, file.Directory!.UnixFileMode);
        }
    }

    [Fact]
    public async Task What_a_killed_process_of_an_earlier_version_left_unmasked_is_removed_by_the_next_run_of_that_id()
    {
        Directory.CreateDirectory(WorkFolder);
        await File.WriteAllTextAsync(Path.Combine(WorkFolder, "written.tmp"), "hunter2");

        await StartAsync(TraceMode.Never);

        Assert.False(Directory.Exists(WorkFolder));
    }

    private static StepInfo Step(int number) => new() { Number = number, Path = $"{number}", Action = "click", Location = new(number + 5, 5, number + 5, 30) };

    private static Dictionary<string, string> Read(string path)
    {
        using var zip = File.OpenRead(path);
        return ZippedTrace.Texts(zip);
    }

    private static List<JsonElement> Lines(Dictionary<string, string> trace) =>
        [.. trace["trace.trace"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)];

    private static IEnumerable<JsonElement> Calls(Dictionary<string, string> trace, JsonElement group) =>
        Lines(trace).Where(line => line.TryGetProperty("parentId", out var parent) && parent.ValueEquals(group.GetProperty("callId").GetString()));

    private static async Task StepAsync(Recorder recorder, StepInfo step, string? description, Func<Task> act)
    {
        await recorder.BeginStepAsync(step, description, Source.Path);
        await act();
        await recorder.EndAsync();
    }

    private static async Task<string?> EndAsync(Recorder recorder)
    {
        await recorder.StopAsync(keep: true, default);
        return await recorder.CommitAsync(Source, default);
    }

    private Task<Recorder> StartAsync(TraceMode mode) => Recorder.StartAsync(Page.Context, mode, Folder, Mask, "Log in", TimeProvider.System);
}
