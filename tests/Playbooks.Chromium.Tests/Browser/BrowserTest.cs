using Microsoft.Playwright;
using Playbooks.Guarding.Secrets;
using Playbooks.Resolution;
using Playbooks.RunFolder;
using Playbooks.Steps;

namespace Playbooks.Tests.Browser;

/// <summary>A test with a page of its own.</summary>
[Collection(SharedChromium.Name)]
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    /// <summary>Long enough for what comes true; a test that expects a failure gives a short one.</summary>
    protected static readonly TimeSpan Plenty = TimeSpan.FromSeconds(15);

    protected static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    protected IPage Page { get; private set; } = null!;

    /// <summary>The folder of a run, gone after the test.</summary>
    private protected RunDirectory Folder { get; } = new(Path.Combine(Path.GetTempPath(), "playbooks-tests", Guid.NewGuid().ToString("N")), "run");

    protected string BaseUrl { get; set; } = "http://app.test";

    protected ITextModel? Model { get; set; }

    public async Task InitializeAsync() => Page = await chromium.NewPageAsync();

    public async Task DisposeAsync()
    {
        await Page.Context.CloseAsync();
        if (Directory.Exists(Folder.Root))
        {
            Directory.Delete(Folder.Root, recursive: true);
        }
    }

    /// <summary>Answers every request below <c>http://app.test</c> for this path with this page.</summary>
    protected Task ServeAsync(string path, string html, int status = 200) => Page.RouteAsync(
        "http://app.test" + path,
        route => route.FulfillAsync(new() { Status = status, ContentType = "text/html; charset=utf-8", Body = html }));

    internal StepContext Context(TimeSpan? limit = null, CancellationToken cancellationToken = default) => new()
    {
        Page = Page,
        Deadline = new(TimeProvider.System, limit ?? Plenty),
        Time = TimeProvider.System,
        Values = new(BaseUrl, "run"),
        SourceFolder = AppContext.BaseDirectory,
        Screenshots = new(Folder, SecretMask.None),
        StepNumber = 3,
        Resolver = new SelectorResolver(TimeProvider.System),
        Model = Model,
        CancellationToken = cancellationToken,
    };

    internal Task<object?> ActAsync(Step step, TimeSpan? limit = null) => step.ActAsync(Context(limit));

    /// <summary>Acts, and gives the message of the failure.</summary>
    internal async Task<string> FailAsync(Step step, TimeSpan? limit = null)
    {
        var error = await Assert.ThrowsAnyAsync<PlaybookException>(() => ActAsync(step, limit ?? Short));
        return error.Message;
    }
}
