using Microsoft.Playwright;
using Playbooks.Agent.Models;
using Playbooks.Agent.Tests.Playbooks;
using Playbooks.Agent.Tests.Serving;
using Playbooks.Tests.Browser;

namespace Playbooks.Agent.Tests.Recovering;

/// <summary>A test that runs a playbook on a page that has changed, with an agent whose model is scripted.</summary>
[Collection(SharedChromium.Name)]
public abstract class AgentTest(Chromium chromium) : IAsyncLifetime
{
    protected const string Password = "correct-horse-battery";

    /// <summary>The button has another id than in the playbook.</summary>
    protected const string ChangedPage = """
        <title>Order 12345</title><h1>Order 12345</h1>
        <button data-testid="cancel" onclick="document.getElementById('status').textContent = 'Cancelled'; document.querySelector('h1').textContent = 'Order 12345 is cancelled'">Cancel order</button>
        <input id="signature" aria-label="Signature"><p id="status">Open</p><p>Total <span id="amount">1.234,50</span></p>
        """;

    private readonly string folder = Path.Combine(Path.GetTempPath(), "playbooks-tests", Guid.NewGuid().ToString("N"));

    internal ModelServer Server { get; private set; } = null!;

    protected IPage Page { get; private set; } = null!;

    internal virtual ModelProvider Provider => ModelProvider.Anthropic;

    public async Task InitializeAsync()
    {
        Server = await ModelServer.StartAsync();
        Server.Pages["/order"] = ChangedPage;
        Page = await chromium.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        await Page.Context.CloseAsync();
        await Server.DisposeAsync();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal PlaybookAgent Agent(AgentOptions? options = null, ModelProvider? provider = null)
    {
        provider ??= Provider;
        var choice = new ModelChoice(provider, "scripted", "the-key", new(Server.Url + (provider == ModelProvider.OpenAI ? "/v1" : string.Empty)));
        return new(ModelClients.Create(choice), options ?? new());
    }

    internal RunOptions Options(PlaybookAgent agent) => new() { BaseUrl = Server.Url, OutputRoot = folder, Recovery = agent, Model = agent, Trace = TraceMode.Never, Reports = new() };

    internal async Task<PlaybookResult<CancelOrder.Outputs>> CancelAsync(PlaybookAgent? agent = null, Func<RunOptions, RunOptions>? change = null)
    {
        agent ??= Agent();
        return await new PlaybookRunner((change ?? (static options => options))(Options(agent))).RunAsync(new CancelOrder(new(12345, Password)), Page);
    }
}
