namespace Playbooks.Agent.Pages;

/// <summary>Estimates tokens without the model's own tokenizer: about four characters of ASCII, or one other character.</summary>
internal static class TokenEstimate
{
    private const int AsciiPerToken = 4;

    public static int From(string text)
    {
        var ascii = text.Count(char.IsAscii);
        return (ascii / AsciiPerToken) + (text.Length - ascii) + 1;
    }
}
