using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Playbooks.RunFolder;
using Playbooks.Server.Api;
using Playbooks.Server.Gateway;

namespace Playbooks.Server.Files;

/// <summary>Serves the stored files of runs, with length, digest, and ranges.</summary>
internal sealed class StoredFiles(StoredRuns runs, PlaybooksOptions options)
{
    private const int RememberedDigests = 1000;
    private const int BytesOfDigest = 500;
    private const int BufferLength = 64 * 1024;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    // A large file is not delayed to compute its digest, unless the request needs the digest.
    private static readonly TimeSpan DigestWait = TimeSpan.FromSeconds(1);

    private readonly FileCache<EntityTagHeaderValue> digests = new(RememberedDigests, RememberedDigests * BytesOfDigest, Digest, static _ => BytesOfDigest);

    /// <summary>Creates the response with a file.</summary>
    /// <param name="runId">The id of the run.</param>
    /// <param name="file">The file.</param>
    /// <param name="request">The request, with its conditions and ranges.</param>
    /// <exception cref="PlaybookException">The run does not exist, or the file is not available, or not available yet. <see cref="ErrorCode.InvalidPath"/>: the path contains a link.</exception>
    public async Task<FileStreamHttpResult> OpenAsync(string runId, RunFile file, HttpRequest request)
    {
        var folder = runs.FolderOf(runId);
        var path = Path.Combine(folder, file.Path);
        RefuseLinks(folder, path);
        var status = runs.Read(runId);
        var isFinal = status.Result is not null ? !status.Finalizing : status.Status == RunState.Terminated;
        if (file.IsFinal && !isFinal)
        {
            throw Missing(file, "not available yet, because the run has not finished", RetryAfter);
        }

        var stream = Open(path) ?? throw Missing(file, "not available, because it was not created or was deleted", isFinal ? null : RetryAfter);
        try
        {
            var tag = await TagAsync(path, FileStamp.From(stream.SafeFileHandle), isWanted: IsAboutPart(request), request.HttpContext.RequestAborted);
            return TypedResults.Stream(stream, file.ContentType, lastModified: null, entityTag: tag, enableRangeProcessing: true);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>Determines whether a request needs a part of a file, or only its headers.</summary>
    public static bool IsAboutPart(HttpRequest request) =>
        HttpMethods.IsHead(request.Method)
        || request.Headers.Range.Count > 0 || request.Headers.IfNoneMatch.Count > 0 || request.Headers.IfMatch.Count > 0 || request.Headers.IfRange.Count > 0
        || request.Headers.IfModifiedSince.Count > 0 || request.Headers.IfUnmodifiedSince.Count > 0;

    private static RefusedException Missing(RunFile file, string why, TimeSpan? retryAfter) =>
        new(StatusCodes.Status404NotFound, file.Missing, $"The run's {file.Path} is {why}. See the run's recording/manifest for the available files.") { RetryAfter = retryAfter };

    private static void RefuseLinks(string folder, string path)
    {
        if (SymbolicLinks.IsLink(folder) || SymbolicLinks.IsLink(path) || (Path.GetDirectoryName(path) is { } parent && SymbolicLinks.IsLink(parent)))
        {
            // The message does not contain the path, which is internal to the server.
            throw new PlaybookException(ErrorCode.InvalidPath, "The requested file is a link, and nothing is read through links in the output root.");
        }
    }

    private static FileStream? Open(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static EntityTagHeaderValue Digest(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferLength, FileOptions.SequentialScan);
        return new($"\"{Convert.ToHexStringLower(SHA256.HashData(stream))}\"");
    }

    private async Task<EntityTagHeaderValue?> TagAsync(string path, FileStamp stamp, bool isWanted, CancellationToken cancellationToken)
    {
        var digest = digests.GetAsync(path, stamp, cancellationToken);
        try
        {
            var tag = isWanted ? await digest : await digest.WaitAsync(DigestWait, options.TimeProvider, cancellationToken);
            // A new run with the same id may have started while the digest was computed.
            return FileStamp.From(path) == stamp ? tag : null;
        }
        catch (Exception failure) when (failure is TimeoutException or IOException)
        {
            return null;
        }
    }
}
