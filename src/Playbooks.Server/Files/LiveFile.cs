namespace Playbooks.Server.Files;

/// <summary>A file as a worker gives it. Reading <see cref="Chunks"/> throws where it breaks off.</summary>
/// <param name="Length">How long it is, in bytes; null: that is known at its end only.</param>
/// <param name="ETag">The digest of its content as a quoted entity tag; null: not known.</param>
/// <param name="Chunks">Its bytes; a chunk is valid until the next one is asked for.</param>
internal sealed record LiveFile(long? Length, string? ETag, IAsyncEnumerable<ReadOnlyMemory<byte>> Chunks);
