using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Starting;

/// <summary>A form that no page of the service would send is refused in a sentence, before anything is started or compared.</summary>
public sealed class HostileFormTests : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.StartAsync(static options => options.ApiKey = "long and random");

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "garbage")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nno end")]
    [InlineData("multipart/form-data", "garbage")]
    [InlineData("application/x-www-form-urlencoded", "MANY")]
    [InlineData("application/x-www-form-urlencoded", "LONG")]
    public async Task It_is_refused(string type, string body)
    {
        var text = body switch
        {
            "MANY" => string.Join('&', Enumerable.Range(0, 5000).Select(static number => $"a{number}=1")),
            "LONG" => new string('a', 10_000) + "=1",
            _ => body,
        };
        foreach (var path in new[] { "/login", "/start/greet" })
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content, Headers = { { "Sec-Fetch-Site", "same-origin" }, { "Authorization", "Bearer long and random" } } };
            using var answer = await service.Client.SendAsync(request);

            Assert.Equal((path, HttpStatusCode.BadRequest), (path, answer.StatusCode));
            Assert.Contains("The form cannot be read", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(service.Root), "Something was started.");
    }
}
