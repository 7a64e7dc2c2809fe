using Playbooks.Guarding.Urls;

namespace Playbooks.Tests.Guarding;

public sealed class VisitLimitTests
{
    private readonly VisitLimit limit = new(3);

    [Fact]
    public void As_many_documents_as_the_limit_says_are_opened_and_not_one_more()
    {
        Assert.Null(limit.Opened("http://a.test/1"));
        Assert.Null(limit.Opened("http://a.test/2"));
        Assert.Null(limit.Before("http://a.test/3"));
        Assert.Null(limit.Opened("http://a.test/3"));

        Assert.Equal("max_urls_visited: 3", limit.Before("http://a.test/4")!.Rule);
        Assert.Equal("max_urls_visited: 3", limit.Opened("http://a.test/4")!.Rule);
    }

    [Fact]
    public void A_document_counts_once_whatever_its_fragment()
    {
        foreach (var url in new[] { "http://a.test/1", "http://a.test/1#top", "http://a.test/1", "http://a.test/2#a", "http://a.test/2#b" })
        {
            Assert.Null(limit.Opened(url));
        }

        Assert.Null(limit.Opened("http://a.test/1?q=1"));
        Assert.Null(limit.Before("http://a.test/2#c"));
        Assert.NotNull(limit.Before("http://a.test/1?q=2"));
    }
}
