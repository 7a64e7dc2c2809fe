using Playbooks.Language;

namespace Playbooks.Generators.Pipeline;

/// <summary>A playbook that was read, with its place in the project.</summary>
internal sealed record PlacedPlaybook(PlaybookFile File, PlaybookPlace Place)
{
    /// <summary>Brings a file and its place together.</summary>
    public static PlacedPlaybook Create((PlaybookFile File, ProjectLayout Layout) pair, CancellationToken cancellationToken) =>
        new(pair.File, pair.Layout.Find(pair.File.Path));
}
