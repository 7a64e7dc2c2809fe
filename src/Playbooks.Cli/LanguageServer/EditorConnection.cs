using System.Text.Json;
using System.Text.Json.Serialization;
using Playbooks.Cli.LanguageServer.Documents;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace Playbooks.Cli.LanguageServer;

/// <summary>Connects the server with an editor.</summary>
internal static class EditorConnection
{
    /// <summary>Answers messages until the editor ends the connection.</summary>
    /// <param name="input">The messages of the editor.</param>
    /// <param name="output">Takes the messages of the server.</param>
    /// <param name="cancellationToken">Ends the connection.</param>
    /// <returns>The exit code: 0 if the editor ended the connection as agreed.</returns>
    public static async Task<int> RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        var formatter = new SystemTextJsonFormatter
        {
            JsonSerializerOptions = new()
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                RespectNullableAnnotations = true,
                RespectRequiredConstructorParameters = true,
            },
        };
        using var rpc = new QuietRpc(new HeaderDelimitedMessageHandler(output, input, formatter));
        var workspace = new Workspace();
        var findings = new FindingsPublisher(workspace, published => rpc.NotifyWithParameterObjectAsync("textDocument/publishDiagnostics", published));
        var server = new PlaybookServer(findings, workspace);
        rpc.AddLocalRpcTarget(server, new JsonRpcTargetOptions { AllowNonPublicInvocation = false });
        rpc.StartListening();

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var publishing = findings.RunAsync(end.Token);
        try
        {
            var first = await Task.WhenAny(server.Exit, rpc.Completion, publishing, Task.Delay(Timeout.Infinite, end.Token)).ConfigureAwait(false);

            // After bytes that are not a message, the connection cannot be used anymore, and the editor starts another server.
            return first == server.Exit ? await server.Exit.ConfigureAwait(false) : first == rpc.Completion && rpc.Completion.IsCompletedSuccessfully ? ExitCodes.Success : ExitCodes.Failure;
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Reports errors without the details of an exception, which do not concern an editor.</summary>
    private sealed class QuietRpc(IJsonRpcMessageHandler handler) : JsonRpc(handler)
    {
        protected override JsonRpcError.ErrorDetail CreateErrorDetails(JsonRpcRequest request, Exception exception) => exception switch
        {
            LocalRpcException refused => new() { Code = (JsonRpcErrorCode)refused.ErrorCode, Message = refused.Message },
            OperationCanceledException => new() { Code = JsonRpcErrorCode.RequestCanceled, Message = "The request was canceled." },
            JsonException or RpcArgumentDeserializationException => new() { Code = JsonRpcErrorCode.InvalidParams, Message = $"The parameters of {request.Method} are invalid." },
            _ => new() { Code = JsonRpcErrorCode.InternalError, Message = $"{request.Method} failed ({exception.GetType().Name})." },
        };
    }
}
