namespace Playbooks.Generators.Reporting;

/// <summary>The folder of a playbook, in which the files lie that it uploads and answers with.</summary>
/// <param name="playbookPath">The playbook's path.</param>
internal sealed class UploadFolder(string playbookPath)
{
    /// <summary>Whether a file is there.</summary>
    /// <param name="path">Its path from this folder, or a whole one.</param>
    public bool Has(string path)
    {
        var file = Path.Combine(Path.GetDirectoryName(playbookPath) ?? string.Empty, path);

        // Only the disk knows whether a file exists, and a build must fail without it. This is asked in the pipeline's last
        // step, whose input is not cached by the answer: the next build asks again.
#pragma warning disable RS1035
        return File.Exists(file);
#pragma warning restore RS1035
    }
}
