using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests;

public sealed class CorpusTests
{
    public static TheoryData<string> Playbooks => [.. Corpus.Names];

    [Theory]
    [MemberData(nameof(Playbooks))]
    public void A_good_playbook_compiles_without_a_warning(string name) =>
        new TestProject().With("/shop/Playbooks/" + name, Corpus.Text(name)).Run().ShouldCompile();
}
