using System.Buffers;
using Playbooks.Guarding.Secrets;

namespace Playbooks.Recording;

/// <summary>Masks secrets in a file of any length, in pieces. In texts, secrets are replaced; a binary file that contains a secret is emptied.</summary>
internal sealed class BodyMask(SecretMask mask, int pieceSize = 1 << 20)
{
    // The same rule by which git distinguishes text from binary files.
    private const int Looked = 8000;

    /// <summary>Writes a file without its secrets.</summary>
    /// <param name="open">Opens the file. Can be called twice.</param>
    /// <param name="masked">Receives the masked file.</param>
    /// <param name="cancellationToken">Cancels the operation between two pieces.</param>
    public void Write(Func<Stream> open, Stream masked, CancellationToken cancellationToken)
    {
        using var body = open();
        var pieces = new Pieces(body, pieceSize, mask.Search.LongestMatch);
        if (!pieces.Read())
        {
            return;
        }

        if (pieces.Span[..Math.Min(pieces.Span.Length, Looked)].Contains((byte)0))
        {
            WriteBinary(open, pieces, masked, cancellationToken);
        }
        else
        {
            WriteText(pieces, masked, cancellationToken);
        }
    }

    private void WriteText(Pieces pieces, Stream masked, CancellationToken cancellationToken)
    {
        var shown = new ArrayBufferWriter<byte>(pieces.Span.Length);
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var found = mask.Search.Find(pieces.Span);
            // A match that could continue in the next piece waits for it.
            var end = pieces.IsLast ? pieces.Span.Length : pieces.Span.Length - mask.Search.LongestMatch;
            var whole = found.TakeWhile(part => part.End.Value <= end).ToList();
            if (found.Count > whole.Count)
            {
                end = Math.Min(end, found[whole.Count].Start.Value);
            }

            shown.ResetWrittenCount();
            SecretMask.Write(pieces.Span[..end], whole, shown);
            masked.Write(shown.WrittenSpan);
            pieces.Done(end);
        }
        while (pieces.Read());
    }

    private void WriteBinary(Func<Stream> open, Pieces pieces, Stream masked, CancellationToken cancellationToken)
    {
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (mask.Search.IsInBinary(pieces.Span))
            {
                return;
            }

            pieces.Done(pieces.IsLast ? pieces.Span.Length : pieces.Span.Length - mask.Search.LongestMatch);
        }
        while (pieces.Read());

        using var again = open();
        again.CopyTo(masked);
    }

    /// <summary>A stream in pieces. The unprocessed end of a piece becomes the start of the next.</summary>
    private sealed class Pieces(Stream stream, int size, int overlap)
    {
        private readonly byte[] buffer = new byte[size + (2 * overlap)];
        private int length;

        public ReadOnlySpan<byte> Span => buffer.AsSpan(0, length);

        public bool IsLast { get; private set; }

        public void Done(int bytes)
        {
            buffer.AsSpan(bytes, length - bytes).CopyTo(buffer);
            length -= bytes;
        }

        /// <summary>Reads the next piece. Returns false at the end of the stream.</summary>
        public bool Read()
        {
            if (IsLast)
            {
                return false;
            }

            length += stream.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            IsLast = length < buffer.Length;
            return length > 0;
        }
    }
}
