namespace Playbooks.Language.Rules;

/// <summary>What may be written instead of a text, and the sentence that says so.</summary>
/// <param name="From">Offset from which on a finding shows that it does not help.</param>
/// <param name="Start">Offset of the first character that is replaced.</param>
/// <param name="End">Offset just after the last character that is replaced.</param>
/// <param name="Text">What is written instead, without a line break.</param>
/// <param name="Sentence">The rest of the message, from its punctuation on.</param>
/// <param name="IsLastResort">Whether the sentence shows no text, so that there is nothing to check.</param>
internal sealed record Correction(int From, int Start, int End, string Text, string Sentence, bool IsLastResort = false)
{
    /// <summary>The sentence that is said where no text helps.</summary>
    public static Correction Otherwise(string sentence) => new(0, 0, 0, string.Empty, sentence, IsLastResort: true);
}

/// <summary>A finding with what may be written instead.</summary>
/// <param name="Index">Index of the finding, whose message is not finished.</param>
/// <param name="Choices">What may be written instead, the likeliest first.</param>
internal sealed record PendingCorrection(int Index, IReadOnlyList<Correction> Choices);
