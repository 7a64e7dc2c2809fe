using Playbooks.Browser.Tests.Site;

namespace Playbooks.Browser.Tests;

/// <summary>Flows through a Django admin, from one login on.</summary>
public sealed class DjangoTests(PlaybookFixture playbooks, DjangoSite site) : IClassFixture<PlaybookFixture>, IClassFixture<DjangoSite>, IDisposable
{
    private readonly string root = Path.Combine(Path.GetTempPath(), "playbooks-tests", Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public async Task Admin_is_searched_its_api_is_asked_and_an_order_is_cancelled_with_one_login()
    {
        var conversation = await RunAsync(new Playbooks.NewestConversation());
        var invoice = await RunAsync(new Playbooks.InvoiceTotal(new("noah@example.com")));
        var cancelled = await RunAsync(new Playbooks.CancelInAdmin(new(12345)));

        Assert.True(conversation.Outcome == Outcome.Passed, conversation.Report);
        Assert.Equal((2, "Tue-Sat 10-17"), (conversation.Outputs.Shop, conversation.Outputs.OpeningHours));
        Assert.True(invoice.Outcome == Outcome.Passed, invoice.Report);
        Assert.Equal(94.90m, invoice.Outputs.Total);
        Assert.True(cancelled.Outcome == Outcome.Passed, cancelled.Report);
        Assert.Equal("Cancelled", cancelled.Outputs.OrderStatus);
        Assert.Equal(1, site.Logins);
        Assert.Equal(("logged in; session 'admin' kept", "session 'admin' reused"), (conversation.Steps[0].Output, cancelled.Steps[0].Output));
    }

    private async Task<PlaybookResult<TOutputs>> RunAsync<TOutputs>(Playbook<TOutputs> playbook)
        where TOutputs : class, new()
    {
        await using var context = await playbooks.NewContextAsync();
        var options = new RunOptions
        {
            BaseUrl = site.BaseUrl,
            OutputRoot = Path.Combine(root, "runs"),
            SessionsFolder = Path.Combine(root, "sessions"),
            Trace = TraceMode.Never,
            Credentials = new Dictionary<string, Secret> { ["username"] = AuthSite.User, ["password"] = AuthSite.Password },
        };
        return await new PlaybookRunner(options).RunAsync(playbook, context.Browser!);
    }
}
