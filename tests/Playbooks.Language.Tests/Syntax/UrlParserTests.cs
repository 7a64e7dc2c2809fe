using Playbooks.Language.Syntax.Urls;

namespace Playbooks.Language.Tests.Syntax;

public sealed class UrlParserTests
{
    [Theory]
    [InlineData("https://shop.example:8443/orders?q=1#top", "https", "shop.example")]
    [InlineData("HTTP://Shop.Example", "http", "shop.example")]
    [InlineData("http://[::1]:5000/x", "http", "::1")]
    [InlineData("http://user:pass@shop.example/", "http", "shop.example")]
    [InlineData("http://{order_id}.shop.example/", "http", null)]
    [InlineData("http://shop.example:{order_id}/", "http", "shop.example")]
    [InlineData("about:blank", "about", null)]
    [InlineData("data:text/html,<p>x</p>", "data", null)]
    [InlineData("/orders", null, null)]
    [InlineData("./x", null, null)]
    [InlineData("../x", null, null)]
    [InlineData("?q=1", null, null)]
    [InlineData("#top", null, null)]
    [InlineData("//cdn.example/x", null, "cdn.example")]
    [InlineData("{base_url}/orders", null, null)]
    [InlineData("{base_url}", null, null)]
    [InlineData("{base_url}://x.example/", null, "x.example")]
    [InlineData("{unknown}/orders", null, null)]
    public void A_url_is_absolute_or_begins_as_a_path(string url, string? scheme, string? host)
    {
        var syntax = UrlParser.Parse(Templates.Text(url));

        Assert.Null(syntax.Problem);
        Assert.Equal((scheme, host), (syntax.Scheme, syntax.LiteralHost));
    }

    [Theory]
    [InlineData("www.x.de", "Not a URL: at character 1, http://, https://, about:, or data: is expected, or one of / ./ ../ ? #. Did you mean 'https://www.x.de'?")]
    [InlineData("orders", "Not a URL: at character 1, http://, https://, about:, or data: is expected, or one of / ./ ../ ? #. Did you mean '/orders'?")]
    [InlineData("htps://x.de", "Not a URL: at character 1, http://, https://, about:, or data: is expected, or one of / ./ ../ ? #. Did you mean 'https://x.de'?")]
    [InlineData("ftp://x.de", "Not a URL: at character 1, http://, https://, about:, or data: is expected, or one of / ./ ../ ? #.")]
    [InlineData("localhost:5000/x", "Not a URL: at character 1, http://, https://, about:, or data: is expected, or one of / ./ ../ ? #. Did you mean 'http://localhost:5000/x'?")]
    [InlineData("javascript:alert(1)", "Not a URL: at character 1, http://, https://, about:, or data: is expected, or one of / ./ ../ ? #.")]
    [InlineData("http:/x", "Not a URL: at character 6, '//' and a host are expected after 'http:'.")]
    [InlineData("https://", "Not a URL: at character 9, a host is expected.")]
    [InlineData("https://a b/", "Not a URL: at character 10, ' ' is not allowed in a host.")]
    [InlineData("https://a~b.test/", "Not a URL: at character 10, '~' is not allowed in a host.")]
    [InlineData("https://a+b.test/", "Not a URL: at character 10, '+' is not allowed in a host.")]
    [InlineData("https://a%21.test/", "Not a URL: at character 10, '%' is not allowed in a host.")]
    [InlineData("https://x:99999/", "Not a URL: at character 15, a port from 0 to 65535 is expected.")]
    [InlineData("https://x:y/", "Not a URL: at character 11, a port from 0 to 65535 is expected.")]
    [InlineData("about:", "Not a URL: at character 7, something after 'about:' is expected.")]
    [InlineData("", "The URL is empty.")]
    public void What_is_no_url_is_marked_as_a_whole(string url, string message) =>
        Assert.Equal(new(Rule.InvalidUrl, 0, url.Length, message), UrlParser.Parse(Templates.Text(url)).Problem);

    [Theory]
    [InlineData("/orders/{order_id}?q={customer}#{run_id}", "/orders/Url([order_id])?q=Url([customer])#Url([run_id])")]
    [InlineData("http://{customer}:{order_id}/{order_id}", "http://[customer]:[order_id]/Url([order_id])")]
    [InlineData("{base_url}/x/{order_id}", "[base_url]/x/Url([order_id])")]
    [InlineData("{base_url}:{order_id}/x", "[base_url]:[order_id]/x")]
    [InlineData("{base_url}{customer}", "[base_url][customer]")]
    [InlineData("http://{customer}:{order_id}@x.example/", "http://Url([customer]):Url([order_id])@x.example/")]
    [InlineData("/x/{order_id:raw}", "/x/[order_id]")]
    [InlineData("https://x.example?q={order_id}", "https://x.example?q=Url([order_id])")]
    [InlineData("data:text/html,{order_id}", "data:text/html,Url([order_id])")]
    [InlineData("/a/{{b}}/{oder_id}", "/a/{b}/{oder_id}")]
    public void A_value_is_encoded_in_path_query_and_fragment(string url, string expected) =>
        Assert.Equal(expected, Templates.Write(UrlParser.Parse(Templates.Text(url)).Parts));

    [Fact]
    public void Names_in_path_and_query_are_listed_and_others_not() =>
        Assert.Equal(
            ["order_id", "run_id"],
            UrlParser.Parse(Templates.Text("http://{customer}/{order_id}?x={run_id:raw}")).InPathOrQuery.Select(placeholder => placeholder.Name));
}
