namespace Playbooks.Language;

/// <summary>A place in a playbook's text. Offsets, lines and columns count from zero, in UTF-16 units, as Roslyn's do.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Number of characters; 0 marks a point.</param>
/// <param name="StartLine">Line of the first character.</param>
/// <param name="StartColumn">Column of the first character.</param>
/// <param name="EndLine">Line just after the last character.</param>
/// <param name="EndColumn">Column just after the last character.</param>
public readonly record struct SourceSpan(int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    /// <summary>Offset just after the last character.</summary>
    public int End => Start + Length;
}
