using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Playbooks.Generators.Tests.Harness;

/// <summary>A playbook that is no file.</summary>
internal sealed class TestText(string path, SourceText text) : AdditionalText
{
    public TestText(string path, string text, Encoding? encoding = null)
        : this(path, SourceText.From(text, encoding ?? Encoding.UTF8))
    {
    }

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => text;
}
