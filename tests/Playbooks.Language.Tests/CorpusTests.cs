using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests;

public sealed class CorpusTests
{
    public static TheoryData<string> Files => new(Corpus.Names);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_good_playbook_has_no_findings(string name)
    {
        var file = PlaybookReader.Read(name, Corpus.Text(name));

        Assert.Equal(string.Empty, MarkupText.Describe(file.Findings));
        Assert.False(file.Model.HasErrors);
        Assert.NotEmpty(file.Model.Steps);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_good_playbook_has_good_cases(string name)
    {
        var alone = PlaybookReader.Read(name, Corpus.Text(name));
        var file = PlaybookReader.ReadLinked(alone, null, CaseFileMatch.Find(alone, Corpus.CaseFiles));

        Assert.Equal(string.Empty, MarkupText.Describe(file.Findings.Concat(file.CaseFileFindings)));
        Assert.Equal(alone.Model.CaseFile is not null, file.Model.Cases.Any(one => one.IsRow));
        Assert.Equal(file, PlaybookReader.ReadLinked(alone, null, CaseFileMatch.Find(alone, Corpus.CaseFiles)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_same_text_gives_an_equal_model(string name)
    {
        var text = Corpus.Text(name);

        Assert.Equal(PlaybookReader.Read(name, text), PlaybookReader.Read(name, text));
    }

    [Fact]
    public void The_corpus_holds_forty_playbooks() => Assert.True(Corpus.Names.Count() >= 40, "Too few good playbooks.");
}
