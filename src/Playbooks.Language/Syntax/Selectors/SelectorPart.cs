namespace Playbooks.Language.Syntax.Selectors;

/// <summary>One part of a chain: an engine and its body, as ranges of the flat template.</summary>
/// <param name="Engine">The engine's name without the capture star; empty where a value decides it.</param>
/// <param name="Capture">Whether the star marks the part whose element is meant.</param>
/// <param name="Named">Whether the engine is written, as in <c>css=a</c>, rather than recognized by the first characters of the body.</param>
/// <param name="Start">Index of the first character.</param>
/// <param name="BodyStart">Index of the body's first character.</param>
/// <param name="End">Index after the last character.</param>
internal sealed record SelectorPart(string Engine, bool Capture, bool Named, int Start, int BodyStart, int End)
{
    private const string Light = ":light";

    /// <summary>The engine without the suffix that keeps it out of shadow trees.</summary>
    public string PlainEngine =>
        Engine.EndsWith(Light, StringComparison.Ordinal) ? Engine.Substring(0, Engine.Length - Light.Length) : Engine;
}
