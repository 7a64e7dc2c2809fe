namespace Playbooks.Shared;

/// <summary>The values that a whole number may have.</summary>
/// <param name="Minimum">The least.</param>
/// <param name="Maximum">The greatest.</param>
/// <param name="Default">What it is where nothing is written.</param>
internal sealed record NumberRange(int Minimum, int Maximum, int Default);
