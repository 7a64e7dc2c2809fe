using System.Text;
using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language;

/// <summary>A CSV file with cases, which playbooks name by <c>cases_from</c>.</summary>
/// <param name="Path">The file's path, in the same form as those of the playbooks.</param>
/// <param name="Text">The file's text, with or without a byte order mark.</param>
/// <param name="ForeignEncoding">Name of the encoding by which its bytes were decoded, if that is not Unicode; null: it is, or it is not known.</param>
public sealed record CaseFile(string Path, string Text, string? ForeignEncoding = null)
{
    /// <summary>What the names of such files end with.</summary>
    public const string Ending = ".cases.csv";

    /// <summary>Creates a file whose text was decoded from bytes.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="encoding">How its bytes were decoded; null: not known.</param>
    public static CaseFile From(string path, string text, Encoding? encoding) => new(path, text, EncodingCheck.ForeignName(encoding));

    /// <summary>Whether a file is one with cases, by its name.</summary>
    public static bool IsCaseFile(string path) => path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);
}
