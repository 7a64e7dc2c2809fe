namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Limits a playbook to 1 MiB of text, as UTF-8 counts it.</summary>
internal static class TextLimit
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Offset of the first character beyond the limit; -1: there is none.</summary>
    public static int FirstBeyond(string text, int offset)
    {
        if ((long)text.Length * 3 <= MaxBytes)
        {
            return -1;
        }

        var bytes = 0;
        for (var i = offset; i < text.Length; i++)
        {
            // A surrogate pair is four bytes, two for each half.
            bytes += text[i] < 0x80 ? 1 : text[i] < 0x800 || char.IsSurrogate(text[i]) ? 2 : 3;
            if (bytes > MaxBytes)
            {
                return i;
            }
        }

        return -1;
    }
}
