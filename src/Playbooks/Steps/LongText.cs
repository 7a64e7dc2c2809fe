using System.Text;
using Microsoft.Playwright;

namespace Playbooks.Steps;

/// <summary>
/// Reads a long text of a page part by part: a message that holds all of it takes many times the memory of the text. The parts are
/// read by a getter, because reading a value leaves nothing in a trace.
/// </summary>
internal static class LongText
{
    /// <summary>The longest text that is read at once, in characters.</summary>
    public const int LongestPart = 1 << 20;

    /// <summary>A JavaScript function from a text to an object that has the next part of it whenever it is asked; null after the last.</summary>
    public const string Function = """
        text => {
          let start = 0;
          return {
            get part() {
              const part = start < text.length ? text.slice(start, start + 1048576) : null;
              start += 1048576;
              return part;
            },
          };
        }
        """;

    /// <summary>Reads all parts.</summary>
    /// <param name="parts">What <see cref="Function"/> gave.</param>
    public static async Task<string> ReadAsync(IJSHandle parts)
    {
        // As UTF-8, most texts take half of what they take in the end; a pair of surrogates may be cut between two parts.
        var encoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetEncoder();
        var held = new List<byte[]>();
        var length = 0;
        while ((await parts.JsonValueAsync<Next>().ConfigureAwait(false)).Part is { } part)
        {
            held.Add(Encode(encoder, part, flush: false));
            length += part.Length;
        }

        held.Add(Encode(encoder, string.Empty, flush: true));
        return string.Create(length, held, static (text, held) =>
        {
            var decoder = Encoding.UTF8.GetDecoder();
            foreach (var part in held)
            {
                text = text[decoder.GetChars(part, text, flush: false)..];
            }
        });
    }

    private static byte[] Encode(Encoder encoder, string part, bool flush)
    {
        var bytes = new byte[encoder.GetByteCount(part, flush)];
        encoder.GetBytes(part, bytes, flush);
        return bytes;
    }

    /// <summary>What a look at the object gives.</summary>
    internal sealed class Next
    {
        /// <summary>The part; null: there is none left.</summary>
        public string? Part { get; set; }
    }
}
