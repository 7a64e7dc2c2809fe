using System.Buffers;
using System.Runtime.CompilerServices;

namespace Playbooks.RunFolder.Streaming;

/// <summary>Reads the bytes of a file or stream as a sequence of chunks. A chunk is valid until the next one is requested.</summary>
internal static class ByteSource
{
    private const int ChunkLength = 64 * 1024;

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="missing">The error code if the file does not exist, such as <see cref="ErrorCode.TraceNotAvailable"/>.</param>
    /// <exception cref="PlaybookException">The file does not exist.</exception>
    public static IAsyncEnumerable<ReadOnlyMemory<byte>> OfFile(string path, ErrorCode missing) => Of(_ => ValueTask.FromResult<Stream>(Open(path, missing)));

    /// <summary>Reads the bytes of a stream.</summary>
    /// <param name="open">Opens the stream when the first chunk is requested.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Of(
        Func<CancellationToken, ValueTask<Stream>> open, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        var stream = await open(cancellationToken).ConfigureAwait(false);
        await using var closing = stream.ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkLength);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                yield return buffer.AsMemory(0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static FileStream Open(string path, ErrorCode missing)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PlaybookException(missing, $"There is no {Path.GetFileName(path)} for this run: none was recorded, or the run has not ended.", failure);
        }
    }
}
