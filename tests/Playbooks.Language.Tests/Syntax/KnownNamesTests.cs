using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Tests.Syntax;

public sealed class KnownNamesTests
{
    private const int MostSuggestions = 50;

    [Theory]
    [InlineData("order_id", true)]
    [InlineData("customer", true)]
    [InlineData("Order_id", false)]
    [InlineData("orderid", false)]
    [InlineData(" order_id", false)]
    [InlineData("order", false)]
    [InlineData("", false)]
    public void A_name_is_known_in_exactly_its_spelling(string name, bool isKnown)
    {
        string[] names = ["order_id", "customer"];
        var ofList = new KnownNames(names);
        var ofSet = new KnownNames(names.ToHashSet(StringComparer.Ordinal));

        Assert.Equal([isKnown, isKnown], [ofList.Contains(name), ofList.Contains(name)]);
        Assert.Equal(isKnown, ofSet.Contains(name));
    }

    [Theory]
    [InlineData("order_id", "order_id")]
    [InlineData("orderid", "order_id")]
    [InlineData("OrderId", "order_id")]
    [InlineData("ORDER_ID", "order_id")]
    [InlineData("order-id", "order_id")]
    [InlineData("order.id", "order_id")]
    [InlineData("_order__id_", "order_id")]
    [InlineData("  order_id\t", "order_id")]
    [InlineData("a-b.c_d", "ABCD")]
    [InlineData("a.b-c", "a.b-c")]
    [InlineData("abc", "a.b-c")]
    [InlineData("order id", null)]
    [InlineData("order", null)]
    [InlineData("order_ids", null)]
    [InlineData("_", null)]
    [InlineData("", null)]
    [InlineData(" ", null)]
    public void A_misspelt_name_differs_in_case_and_signs_only(string content, string? expected) =>
        Assert.Equal(expected, new KnownNames(["order_id", "ABCD", "_", "__", "a.b-c"]).Misspelt(content));

    [Fact]
    public void Of_names_that_differ_in_signs_only_the_first_in_ordinal_order_is_meant()
    {
        Assert.Equal("orderId", new KnownNames(["order_id", "orderId", "order__id"]).Misspelt("ORDERID"));
        Assert.Equal("orderId", new KnownNames(["order__id", "orderId", "order_id"]).Misspelt("ORDERID"));
        Assert.Equal("orderId", new KnownNames(["orderId", "order_id", "order__id"]).Misspelt("ORDERID"));
    }

    [Theory]
    [InlineData("order_id", "order_id")]
    [InlineData("OrderId", "order_id")]
    [InlineData("oder_id", "order_id")]
    [InlineData("zzzzzz", null)]
    public void The_nearest_name_is_one_of_another_spelling_or_a_near_one(string name, string? expected) =>
        Assert.Equal(expected, new KnownNames(["order_id", "customer"]).Nearest(name));

    [Fact]
    public void A_name_of_another_spelling_is_found_however_long_it_is()
    {
        var name = "a_" + new string('b', 100);

        Assert.Equal(name, new KnownNames([name]).Nearest(name.ToUpperInvariant()));
    }

    [Fact]
    public void After_fifty_near_names_only_other_spellings_are_suggested()
    {
        var known = new KnownNames(["order_id"]);
        for (var i = 0; i < MostSuggestions * 2; i++)
        {
            // Another spelling costs no walk over the names, so it does not count.
            Assert.Equal("order_id", known.Nearest("OrderId"));
        }

        Assert.All(Enumerable.Range(0, MostSuggestions), _ => Assert.Equal("order_id", known.Nearest("oder_id")));
        Assert.Null(known.Nearest("oder_id"));
        Assert.Null(known.Resolve("oder_id"));
        Assert.Equal("order_id", known.Nearest("OrderId"));
        Assert.Equal("order_id", known.Resolve("order_id"));
    }

    [Theory]
    [InlineData("order_id", "order_id")]
    [InlineData("orderId", "orderId")]
    [InlineData("ORDERID", "orderId")]
    [InlineData("oder_id", "orderId")]
    [InlineData("zzzzzz", null)]
    public void A_name_resolves_to_itself_before_another_spelling(string name, string? expected) =>
        Assert.Equal(expected, new KnownNames(["order_id", "orderId"]).Resolve(name));
}
