using System.Net;
using Playbooks.Server.Tests.Service;
using Playbooks.Server.Tests.Streaming;

namespace Playbooks.Server.Tests.Files;

public sealed class ValueFileTests : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync()
    {
        service = await RunningService.StartAsync();
        using var log = new MadeLog(service.Root, "run-1").Act(1).End();
        Directory.CreateDirectory(Path.Combine(log.Folder, "values"));
        await File.WriteAllTextAsync(Path.Combine(log.Folder, "values", "text.txt"), "<b>all of it</b> €");
        await File.WriteAllTextAsync(Path.Combine(service.Root, "secret.txt"), "untouched");
        File.CreateSymbolicLink(Path.Combine(log.Folder, "values", "linked.txt"), Path.Combine(service.Root, "secret.txt"));
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_long_text_is_sent_whole_as_text()
    {
        using var response = await service.Client.GetAsync("/runs/run-1/values/text.txt");

        Assert.Equal("<b>all of it</b> €", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("/runs/run-1/values/nothing.txt", HttpStatusCode.NotFound)]
    [InlineData("/runs/run-1/values/linked.txt", HttpStatusCode.BadRequest)]
    [InlineData("/runs/run-1/values/status.json", HttpStatusCode.BadRequest)]
    [InlineData("/runs/run-1/values/..%5csecret.txt", HttpStatusCode.BadRequest)]
    [InlineData("/runs/index.html/values/text.txt", HttpStatusCode.BadRequest)]
    [InlineData("/runs/nobody/values/text.txt", HttpStatusCode.NotFound)]
    public async Task Nothing_else_is_sent(string path, HttpStatusCode expected)
    {
        using var response = await service.Client.GetAsync(path);

        Assert.Equal(expected, response.StatusCode);
    }
}
