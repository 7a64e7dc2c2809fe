using System.Text;

namespace Playbooks.Generators.Tests.Fuzz;

/// <summary>Breaks good playbooks, byte by byte and piece by piece, the same way for the same seed.</summary>
internal sealed class Mutations(int seed, IReadOnlyList<string> texts)
{
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ": ", "- ", " #x", "\"", "'", "|\n", "\n", "\t", "\0", "\u2028", "\u0085", "\ud83d", "😀", "null", "{{", "*/", "\"\"\"", "\\",
        "steps:", "id: ", "id: class", "name: ", "params:", "cases:", "type: list", "items: int", "choices: [a, b]", "default: 1", "pattern: '('", "secret: true",
        "store_as: a", "as: int", "inject_into: steps.0.selector", "action: extract", "action: goto", "{order_id}", "{order_id:raw}", "int", "date", "true",
    ];

    private readonly Random random = new(seed);

    /// <summary>One of the texts, broken.</summary>
    public string Next()
    {
        var text = texts[random.Next(texts.Count)];
        if (random.Next(3) == 0)
        {
            return OfBytes(text);
        }

        var broken = new StringBuilder(text);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            Break(broken);
        }

        return broken.ToString();
    }

    // As a damaged file comes to the compiler: what is no UTF-8 any more becomes U+FFFD.
    private string OfBytes(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private void Break(StringBuilder text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 24), text.Length - at);
        switch (random.Next(4))
        {
            case 0: text.Remove(at, length); break;
            case 1: text.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
            case 2: text.Insert(random.Next(text.Length), text.ToString(at, length)); break;
            default: SwapLines(text); break;
        }
    }

    private void SwapLines(StringBuilder text)
    {
        var lines = text.ToString().Split('\n');
        var (one, other) = (random.Next(lines.Length), random.Next(lines.Length));
        (lines[one], lines[other]) = (lines[other], lines[one]);
        text.Clear().Append(string.Join('\n', lines));
    }
}
