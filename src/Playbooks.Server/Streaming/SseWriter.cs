using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Hosting;

namespace Playbooks.Server.Streaming;

/// <summary>
/// Sends events to one client. Available events are sent together, comments keep the connection alive, and a client that reads nothing for
/// too long is disconnected. Events are not buffered for slow clients: the next event is requested when the last one was sent.
/// </summary>
internal sealed class SseWriter(PlaybooksOptions options, Subscribers subscribers, IHostApplicationLifetime lifetime)
{
    private const int MostUnsent = 32 * 1024;

    // The time that it can take to send the end of a run to every client.
    private static readonly TimeSpan ShutdownGrace = TimeSpan.FromSeconds(5);

    /// <summary>Sends events as the complete response. If they fail, the connection is aborted, so that an interrupted stream is never mistaken for a complete one.</summary>
    /// <param name="http">The request.</param>
    /// <param name="events">The events. <see cref="StreamInterruptedException"/> ends the stream with a separate event.</param>
    /// <exception cref="Api.RefusedException">Too many clients are following streams.</exception>
    public async Task WriteAsync(HttpContext http, IAsyncEnumerable<RunEvent> events)
    {
        using var place = subscribers.Enter();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        await using var shutdown = lifetime.ApplicationStopping.UnsafeRegister(static ended => ((CancellationTokenSource)ended!).CancelAfter(ShutdownGrace), ended);
        await StartAsync(http, ended.Token);
        try
        {
            await SendAllAsync(http.Response.BodyWriter, events, ended);
        }
        catch (StreamInterruptedException)
        {
            http.Response.BodyWriter.Write(SseFrames.Interrupted);
            await FlushAsync(http.Response.BodyWriter, ended.Token);
        }
        catch (Exception failure) when (failure is ReaderGoneException || (failure is OperationCanceledException && ended.IsCancellationRequested))
        {
            // The client reads nothing or has disconnected, or the service is shutting down.
            http.Abort();
        }
    }

    private async Task StartAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var response = http.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        // WriteTimeout limits how slow a client can be.
        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }

        response.BodyWriter.Write(SseFrames.Retry);
        await FlushAsync(response.BodyWriter, cancellationToken);
    }

    private async Task SendAllAsync(PipeWriter output, IAsyncEnumerable<RunEvent> events, CancellationTokenSource ended)
    {
        var cancellationToken = ended.Token;
        await using var source = events.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            var next = source.MoveNextAsync();
            if (!(next.IsCompleted ? await next : await WaitAsync(next.AsTask(), output, ended)))
            {
                break;
            }

            SseFrames.Write(output, source.Current);
            if (output.UnflushedBytes >= MostUnsent)
            {
                await FlushAsync(output, cancellationToken);
            }
        }

        await FlushAsync(output, cancellationToken);
    }

    /// <summary>Sends the available events, waits for the next one, and sends comments to keep the connection alive.</summary>
    private async Task<bool> WaitAsync(Task<bool> next, PipeWriter output, CancellationTokenSource ended)
    {
        try
        {
            while (true)
            {
                if (output.UnflushedBytes > 0)
                {
                    await FlushAsync(output, ended.Token);
                }

                var wait = next.WaitAsync(options.KeepAlive, options.TimeProvider, CancellationToken.None);
                await ((Task)wait).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                // An event can arrive at the moment when a comment is due.
                if (next.IsCompleted)
                {
                    return await next;
                }

                output.Write(SseFrames.Comment);
            }
        }
        catch when (!next.IsCompleted)
        {
            // The source must not be disposed while a request to it is pending.
            await ended.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private async ValueTask FlushAsync(PipeWriter output, CancellationToken cancellationToken)
    {
        var flush = output.FlushAsync(cancellationToken);
        try
        {
            var result = flush.IsCompleted ? await flush : await flush.AsTask().WaitAsync(options.WriteTimeout, options.TimeProvider, cancellationToken);
            if (result.IsCompleted)
            {
                throw new ReaderGoneException();
            }
        }
        catch (TimeoutException)
        {
            throw new ReaderGoneException();
        }
    }

    private sealed class ReaderGoneException : Exception;
}
