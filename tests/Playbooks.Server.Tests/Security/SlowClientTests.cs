using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Security;

/// <summary>Clients that take their time keep nobody else waiting, and are put out.</summary>
public sealed class SlowClientTests
{
    [Theory]
    [InlineData("GET /playbooks HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")]
    [InlineData("POST /runs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")]
    public async Task Hundreds_that_never_finish_their_request_keep_nobody_waiting(string begun)
    {
        await using var service = await RunningService.StartAsync();
        var slow = new List<TcpClient>();
        for (var client = 0; client < 200; client++)
        {
            slow.Add(await BeginAsync(service.Url, begun));
        }

        using var answer = await service.Client.GetAsync("/playbooks");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        slow.ForEach(static client => client.Dispose());
    }

    [Theory]
    [InlineData("GET /playbooks HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")]
    [InlineData("POST /runs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")]
    public async Task One_that_never_finishes_its_request_is_put_out(string begun)
    {
        await using var service = await RunningService.StartAsync(build: static builder => builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1);
            kestrel.Limits.MinRequestBodyDataRate = new(240, TimeSpan.FromSeconds(1.5));
        }));
        using var client = await BeginAsync(service.Url, begun);

        var answer = await new StreamReader(client.GetStream(), Encoding.Latin1).ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
    }

    private static async Task<TcpClient> BeginAsync(Uri service, string begun)
    {
        var client = new TcpClient();
        await client.ConnectAsync(service.Host, service.Port);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(begun));
        return client;
    }
}
