using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Playbooks.Server.Api;
using Playbooks.Server.Security;

namespace Playbooks.Server.Gateway;

/// <summary>
/// Sends requests to one worker over HTTP. Errors in the service's format are passed on unchanged; any other response, and any timeout,
/// is <see cref="ErrorCode.UpstreamUnreachable"/>.
/// </summary>
internal sealed class Upstream : IDisposable
{
    private const int MostJson = 64 * 1024 * 1024;
    private const int MostError = 1024 * 1024;

    private readonly PlaybooksOptions options;
    private readonly string? token;
    private readonly Uri address;
    private readonly HttpClient client;

    public Upstream(Uri address, PlaybooksOptions options, ServiceToken token, bool reusesConnections)
    {
        this.options = options;
        this.token = token.Text;
        this.address = address;
        client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ResponseDrainTimeout = TimeSpan.Zero,
            ConnectTimeout = options.UpstreamTimeout,
            // A reused connection may turn out to be closed, and then a request could be sent twice.
            PooledConnectionLifetime = reusesConnections ? Timeout.InfiniteTimeSpan : TimeSpan.Zero,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        })
        {
            BaseAddress = new(address.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Sends a request.</summary>
    /// <returns>A successful response, of which only the headers have been read.</returns>
    /// <exception cref="RefusedException">The worker rejected the request.</exception>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.UpstreamUnreachable"/>: the worker did not respond, or not in the service's format.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        var response = await Try(limit => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit), cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await Try(limit => RefusalAsync(response, limit), cancellationToken);
        }
    }

    /// <summary>Sends a request whose response is JSON.</summary>
    public async Task<T> AskAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, cancellationToken);
        return await Try(limit => ReadAsync(response, type, MostJson, limit), cancellationToken);
    }

    /// <summary>Opens the body of a response, with the time limits for workers.</summary>
    public async Task<UpstreamStream> OpenAsync(HttpResponseMessage response, TimeSpan idle, CancellationToken cancellationToken) =>
        new(await response.Content.ReadAsStreamAsync(cancellationToken), idle, options.TimeProvider);

    /// <summary>Creates the error for a worker that does not respond correctly.</summary>
    public PlaybookException Unreachable(string why, Exception? cause = null) =>
        new(ErrorCode.UpstreamUnreachable, $"The worker {address} does not respond correctly: {why.TrimEnd('.')}. Check that the worker is running and accepts the token of this service.", cause);

    public void Dispose() => client.Dispose();

    private async Task<T> Try<T>(Func<CancellationToken, Task<T>> act, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(options.UpstreamTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await act(either.Token);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable($"it took longer than {options.UpstreamTimeout.TotalSeconds:0.###} s", failure);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException or InvalidOperationException)
        {
            throw Unreachable(failure.Message, failure);
        }
    }

    private async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, long most, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            throw new InvalidOperationException($"It returned {(int)response.StatusCode} without JSON");
        }

        await using var body = await OpenAsync(response, options.UpstreamIdleTimeout, cancellationToken);
        body.Allow(most);
        return await JsonSerializer.DeserializeAsync(body, type, cancellationToken) ?? throw new JsonException("It returned null");
    }

    private async Task<PlaybookException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        // Other errors are between this service and its worker, and do not concern the client.
        if (status is not (400 or 404 or 409 or 413 or 422 or 429 or 503))
        {
            return Unreachable($"it returned {status}");
        }

        var error = (await ReadAsync(response, ServiceJson.Forms.ErrorBody, MostError, cancellationToken)).Error;
        return Enum.GetValues<ErrorCode>().Where(code => code.WireText() == error.Code).Select(static code => (ErrorCode?)code).FirstOrDefault() is { } code
            ? new RefusedException(status, code, error.Message, error.Details) { RetryAfter = response.Headers.RetryAfter?.Delta }
            : Unreachable($"it returned {status} with the unknown code '{error.Code}'");
    }
}
