using System.Text;
using Microsoft.Playwright;

namespace Playbooks.Steps.Support;

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
              if (start >= text.length) return null;
              let end = Math.min(start + 1048576, text.length);
              // Half a character does not arrive.
              if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1])) end--;
              const part = text.slice(start, end);
              start = end;
              return part;
            },
          };
        }
        """;

    /// <summary>Reads all parts.</summary>
    /// <param name="parts">What <see cref="Function"/> gave.</param>
    public static async Task<string> ReadAsync(IJSHandle parts)
    {
        // As UTF-8, most texts take half of what they take in the end.
        var held = new List<byte[]>();
        var length = 0;
        while ((await parts.JsonValueAsync<Next>().ConfigureAwait(false)).Part is { } part)
        {
            held.Add(Encoding.UTF8.GetBytes(part));
            length += part.Length;
        }

        return string.Create(length, held, static (text, held) =>
        {
            foreach (var part in held)
            {
                text = text[Encoding.UTF8.GetChars(part, text)..];
            }
        });
    }

    /// <summary>What a look at the object gives.</summary>
    internal sealed class Next
    {
        /// <summary>The part; null: there is none left.</summary>
        public string? Part { get; set; }
    }
}
