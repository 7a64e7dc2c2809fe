namespace Playbooks.Guarding.Egress;

/// <summary>Forwards plain requests, each to the host that it names. The connection to the last host is reused for the next request.</summary>
internal sealed class Forwarder(Wire browser, Connector connector, EgressLimits limits, IdleClock clock) : IDisposable
{
    private Wire? server;
    private (string Host, int Port) connectedTo;

    /// <summary>Forwards a request, and returns its response to the browser.</summary>
    /// <returns>Whether another request can follow.</returns>
    public async Task<bool> ForwardAsync(HttpHead request)
    {
        if (request.Start[2] != "HTTP/1.1" || ProxyTarget.FromUrl(request.Start[1]) is not { } target)
        {
            throw new BadHeadException(400, "This is the proxy of a playbook run, not a web server.");
        }

        // A server can close a reused connection at any time. A request that must not be sent twice uses a new connection.
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

        await browser.WriteAsync(ProxyAnswer.Unreachable($"{target.Host} closed the connection without a response")).ConfigureAwait(false);
        return false;
    }

    public void Dispose() => server?.Dispose();

    private static bool HasBody(HttpHead request) => request.IsChunked || request.ContentLength > 0;

    // Only requests that change nothing on the server, and whose data is still available.
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

    /// <summary>Sends the request while its response is read, because a server can respond before it has received the whole request.</summary>
    /// <returns>Whether another request can follow, or null if there was no response.</returns>
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

            // Interim responses such as "100 Continue" precede the response itself.
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
            throw new BadHeadException(502, $"The server's response cannot be forwarded: {bad.Message}");
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
