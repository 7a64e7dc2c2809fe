using System.Text;
using Microsoft.Playwright;

namespace Playbooks.Steps.Support;

/// <summary>
/// Reads a long text of a page in parts, because a message with the whole text takes many times the memory of the text. The parts are read
/// by a getter, because reading a value is not recorded in a trace.
/// </summary>
internal static class LongText
{
    /// <summary>The maximum length of a text that is read as a whole, in characters.</summary>
    public const int LongestWhole = 1 << 20;

    /// <summary>A JavaScript function that converts a text to an object whose property returns the next part, or null after the last. Smaller parts take less memory, but each is a message.</summary>
    public const string Function = """
        text => {
          let start = 0;
          return {
            get part() {
              if (start >= text.length) return null;
              let end = Math.min(start + 131072, text.length);
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
    /// <param name="parts">The result of <see cref="Function"/>.</param>
    public static async Task<string> ReadAsync(IJSHandle parts)
    {
        // In UTF-8, most texts take half of their final size.
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

    /// <summary>The result of reading the object.</summary>
    internal sealed class Next
    {
        /// <summary>Gets or sets the part, or null after the last.</summary>
        public string? Part { get; set; }
    }
}
