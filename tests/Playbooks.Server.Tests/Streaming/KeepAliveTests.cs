using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Playbooks.Server.Streaming;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests.Streaming;

public sealed class KeepAliveTests
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(7);

    [Fact]
    public async Task An_event_that_arrives_at_the_moment_of_a_comment_does_not_interrupt_the_stream()
    {
        var next = new TaskCompletionSource();
        await using var service = await RunningService.StartAsync(options =>
        {
            options.KeepAlive = KeepAlive;
            options.TimeProvider = new TimeThatIsUpAtOnce(KeepAlive, next.SetResult);
        });
        var http = new DefaultHttpContext { RequestServices = service.Services };
        using var body = new MemoryStream();
        http.Response.Body = body;
        var writer = new SseWriter(
            service.Services.GetRequiredService<PlaybooksOptions>(),
            service.Services.GetRequiredService<Subscribers>(),
            service.Services.GetRequiredService<IHostApplicationLifetime>());

        await writer.WriteAsync(http, EventsAsync(next.Task));

        Assert.EndsWith("id: 1-1\ndata: {\"id\":1}\n\n", Encoding.UTF8.GetString(body.ToArray()), StringComparison.Ordinal);
        Assert.False(http.RequestAborted.IsCancellationRequested);
    }

    private static async IAsyncEnumerable<RunEvent> EventsAsync(Task arrived)
    {
        await arrived;
        yield return new(new(1, 1), "{\"id\":1}"u8.ToArray(), IsComplete: false);
    }

    /// <summary>A clock whose first timer of one length is up before its owner waits for it; then something else happens, too.</summary>
    private sealed class TimeThatIsUpAtOnce(TimeSpan length, Action afterwards) : TimeProvider
    {
        private bool done;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != length || done)
            {
                return base.CreateTimer(callback, state, dueTime, period);
            }

            done = true;
            callback(state);
            afterwards();
            return base.CreateTimer(static _ => { }, state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
