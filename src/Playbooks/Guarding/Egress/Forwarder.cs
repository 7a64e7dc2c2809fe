namespace Playbooks.Guarding.Egress;

/// <summary>Passes plain requests on, each to the host that it names; the connection to the last one is kept for the next.</summary>
internal sealed class Forwarder(Wire browser, Connector connector, EgressLimits limits, IdleClock clock) : IDisposable
{
    private Wire? server;
    private (string Host, int Port) connectedTo;

    /// <summary>Passes one request on, and its answer back.</summary>
    /// <returns>Whether another request may follow.</returns>
    public async Task<bool> ForwardAsync(HttpHead request)
    {
        if (request.Start[2] != "HTTP/1.1" || ProxyTarget.OfUrl(request.Start[1]) is not { } target)
        {
            throw new BadHeadException(400, "This is a proxy for one run of a playbook, not a web server.");
        }

        // A kept connection may be closed by the server at any time. What must not be sent twice gets one of its own.
        var isReused = server is not null && connectedTo == (target.Host, target.Port) && IsRepeatable(request);
        if (!isReused && await ConnectAsync(target).ConfigureAwait(false) is { } answer)
        {
            await browser.WriteAsync(answer).ConfigureAwait(false);
            return false;
        }

        var keepOpen = !request.Has("Connection", "close") && !request.Has("Proxy-Connection", "close");
        request.Start[1] = target.Path;
        request.Set("Host", target.Authority);
        request.ForNextHop(keepOpen: true);
        var hasBody = HasBody(request);
        if (await ExchangeAsync(request, hasBody, keepOpen).ConfigureAwait(false) is { } ended)
        {
            return ended;
        }

        if (isReused && await ConnectAsync(target).ConfigureAwait(false) is null
            && await ExchangeAsync(request, hasBody, keepOpen).ConfigureAwait(false) is { } second)
        {
            return second;
        }

        await browser.WriteAsync(ProxyAnswer.Unreachable($"{target.Host} ended the connection without an answer")).ConfigureAwait(false);
        return false;
    }

    public void Dispose() => server?.Dispose();

    private static bool HasBody(HttpHead request) => request.IsChunked || request.ContentLength > 0;

    // Only what changes nothing on the server, and what is still at hand.
    private static bool IsRepeatable(HttpHead request) => request.Start[0] is "GET" or "HEAD" or "OPTIONS" or "TRACE" && !HasBody(request);

    private async Task<byte[]?> ConnectAsync(ProxyTarget target)
    {
        server?.Dispose();
        server = null;
        var connection = await connector.ConnectAsync(target.Host, target.Port, clock.Token).ConfigureAwait(false);
        if (connection.Socket is null)
        {
            return connection.ToAnswer();
        }

        server = new(connection.Socket, limits, clock);
        connectedTo = (target.Host, target.Port);
        return null;
    }

    /// <summary>Sends the request while its answer is read: a server may answer before it has seen all of it.</summary>
    /// <returns>Whether another request may follow; null: no answer came.</returns>
    private async Task<bool?> ExchangeAsync(HttpHead request, bool hasBody, bool keepOpen)
    {
        var sending = SendAsync(request, hasBody);
        try
        {
            return await AnswerAsync(request, keepOpen).ConfigureAwait(false) is { } mayFollow ? mayFollow && sending.IsCompletedSuccessfully : null;
        }
        finally
        {
            if (!sending.IsCompleted)
            {
                clock.Stop();
            }

            await ((Task)sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SendAsync(HttpHead request, bool hasBody)
    {
        await server!.WriteAsync(request.ToBytes()).ConfigureAwait(false);
        if (request.IsChunked)
        {
            await browser.CopyChunksAsync(server).ConfigureAwait(false);
        }
        else if (hasBody)
        {
            await browser.CopyAsync(server, request.ContentLength!.Value).ConfigureAwait(false);
        }
    }

    private async Task<bool?> AnswerAsync(HttpHead request, bool keepOpen)
    {
        while (true)
        {
            if (await ReadAnswerAsync().ConfigureAwait(false) is not { } answer)
            {
                return null;
            }

            var status = answer.Start[1];
            if (status == "101")
            {
                return await SwitchAsync(answer).ConfigureAwait(false);
            }

            if (!status.StartsWith('1'))
            {
                return await PassBackAsync(answer, hasBody: request.Start[0] != "HEAD" && status is not ("204" or "304"), keepOpen).ConfigureAwait(false);
            }

            // "100 Continue" and the like go before the answer itself.
            await browser.WriteAsync(answer.ToBytes()).ConfigureAwait(false);
        }
    }

    private async Task<HttpHead?> ReadAnswerAsync()
    {
        try
        {
            return await server!.ReadHeadAsync().ConfigureAwait(false);
        }
        catch (BadHeadException bad)
        {
            throw new BadHeadException(502, $"The server's answer cannot be passed on: {bad.Message}");
        }
        catch (System.Net.Sockets.SocketException)
        {
            return null;
        }
    }

    private async Task<bool> SwitchAsync(HttpHead answer)
    {
        answer.ForNextHop(keepOpen: true);
        await browser.WriteAsync(answer.ToBytes()).ConfigureAwait(false);
        await new Tunnel(browser, server!, clock, limits.HalfOpen).RunAsync().ConfigureAwait(false);
        return false;
    }

    private async Task<bool> PassBackAsync(HttpHead answer, bool hasBody, bool keepOpen)
    {
        var endsWithConnection = hasBody && !answer.IsChunked && answer.ContentLength is null;
        var serverStays = !endsWithConnection && answer.Start[0] == "HTTP/1.1" && !answer.Has("Connection", "close");
        keepOpen &= !endsWithConnection;
        answer.ForNextHop(keepOpen);
        await browser.WriteAsync(answer.ToBytes()).ConfigureAwait(false);
        if (endsWithConnection)
        {
            await server!.CopyToEndAsync(browser).ConfigureAwait(false);
        }
        else if (hasBody && answer.IsChunked)
        {
            await server!.CopyChunksAsync(browser).ConfigureAwait(false);
        }
        else if (hasBody)
        {
            await server!.CopyAsync(browser, answer.ContentLength!.Value).ConfigureAwait(false);
        }

        if (!serverStays)
        {
            server!.Dispose();
            server = null;
        }

        return keepOpen;
    }
}
