using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Hosting;
using Playbooks.RunFolder.Streaming;

namespace Playbooks.Server.Streaming;

/// <summary>
/// Sends events to one reader: what is ready goes out together, silence is broken by comments, and a reader that takes nothing for
/// too long is cut off. Nothing is kept for a reader that is slow: the next event is asked for when the last one was taken.
/// </summary>
internal sealed class SseWriter(PlaybooksOptions options, Subscribers subscribers, IHostApplicationLifetime lifetime)
{
    private const int MostUnsent = 32 * 1024;

    // As long as the end of a run may take to be told to everybody.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    /// <summary>Sends events as the whole answer. The connection is cut where they fail, so that no broken stream is taken for a finished one.</summary>
    /// <param name="http">The request.</param>
    /// <param name="events">What is sent; <see cref="StreamInterruptedException"/> ends it with an event of its own.</param>
    /// <exception cref="Api.RefusedException">There are as many readers as may be.</exception>
    public async Task WriteAsync(HttpContext http, IAsyncEnumerable<RunEvent> events)
    {
        using var place = subscribers.Enter();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        await using var shutdown = lifetime.ApplicationStopping.UnsafeRegister(static ended => ((CancellationTokenSource)ended!).CancelAfter(LastWords), ended);
        await StartAsync(http, ended.Token);
        try
        {
            await SendAllAsync(http.Response.BodyWriter, events, ended);
        }
        catch (StreamInterruptedException)
        {
            http.Response.BodyWriter.Write(SseFrames.BrokenOff);
            await FlushAsync(http.Response.BodyWriter, ended.Token);
        }
        catch (Exception failure) when (failure is ReaderGoneException || (failure is OperationCanceledException && ended.IsCancellationRequested))
        {
            // The reader takes nothing or has gone, or the service ends.
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
        // How slow a reader may be is decided here, by WriteTimeout.
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

    /// <summary>Sends what is ready, waits for the next event, and shows from time to time that the line is alive.</summary>
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

                try
                {
                    return await next.WaitAsync(options.KeepAlive, options.TimeProvider, CancellationToken.None);
                }
                catch (TimeoutException) when (!next.IsCompleted)
                {
                    output.Write(SseFrames.Comment);
                }
            }
        }
        catch when (!next.IsCompleted)
        {
            // Nobody may leave a source that is still being asked.
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
