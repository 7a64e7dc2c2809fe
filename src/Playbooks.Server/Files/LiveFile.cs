namespace Playbooks.Server.Files;

/// <summary>A file from a worker. Reading <see cref="Chunks"/> throws if the transfer is interrupted.</summary>
/// <param name="Length">The length in bytes, or null if it is known only at the end.</param>
/// <param name="ETag">The digest of the content as a quoted entity tag, or null if unknown.</param>
/// <param name="Chunks">The content. A chunk is valid until the next one is requested.</param>
internal sealed record LiveFile(long? Length, string? ETag, IAsyncEnumerable<ReadOnlyMemory<byte>> Chunks);
