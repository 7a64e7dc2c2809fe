using Orders.Tests.Playbooks;
using Xunit.Abstractions;

namespace Orders.Tests;

public class OrderTests(PlaybookFixture playbooks) : IClassFixture<PlaybookFixture>
{
    [Fact]
    public async Task A_new_order_is_open()
    {
        var run = await playbooks.RunAsync(new OrderStatus(new(OrderId: 12345)));

        run.ShouldSucceed();
        Assert.Equal("Open", run.Outputs.OrderStatus);
    }
}

public class SearchTests(PlaybookFixture playbooks, ITestOutputHelper output) : IClassFixture<PlaybookFixture>
{
    [Theory]
    [InlineData("Bremen")]
    [InlineData("lamp")]
    public async Task The_figures_of_a_search_are_numbers_and_dates(string text)
    {
        PlaybookResult<SearchOrders.Outputs> run = await playbooks.RunAsync(new SearchOrders(new(text)), output);

        run.ShouldSucceed();
        Assert.True(run.Outputs.Total / run.Outputs.Count > 30m);
        Assert.Equal(2026, run.Outputs.Newest?.Year);
    }

    [Fact]
    public async Task A_missing_order_fails_with_the_authors_own_words_first()
    {
        var run = await playbooks.RunAsync(new OrderStatus(new(OrderId: 999)), output);

        run.ShouldFail("Order 999 was not found", atStep: 2);
    }
}
