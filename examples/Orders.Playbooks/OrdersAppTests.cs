using System.Net;
using System.Text.RegularExpressions;

namespace Orders.Tests;

/// <summary>Tests what the playbooks rely on in the dashboard.</summary>
public sealed class OrdersAppTests : IAsyncLifetime
{
    private OrdersApp app = null!;

    public async Task InitializeAsync() => app = await OrdersApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task What_one_visitor_changes_another_does_not_see()
    {
        using var one = Visitor();
        using var other = Visitor();
        await one.GetAsync("/orders");
        await other.GetAsync("/orders");

        using var form = new FormUrlEncodedContent([new("reason", "Out of stock")]);
        await one.PostAsync("/orders/12345/cancel", form);

        Assert.Contains("Cancelled: Out of stock", await one.GetStringAsync("/orders/12345"), StringComparison.Ordinal);
        Assert.DoesNotContain("Cancelled", await other.GetStringAsync("/orders/12345"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_redesign_renames_every_id_and_keeps_every_label()
    {
        using var visitor = Visitor();

        var before = await visitor.GetStringAsync("/orders/12345");
        var after = await visitor.GetStringAsync("/orders/12345?v=2");

        Assert.Empty(ChosenIds(before).Intersect(ChosenIds(after)));
        Assert.Equal(ChosenIds(before).Count, ChosenIds(after).Count);
        Assert.Equal(Labels(before), Labels(after));
    }

    [Fact]
    public async Task There_is_no_order_999()
    {
        using var visitor = Visitor();

        var answer = await visitor.GetAsync("/orders/999");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no order 999", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_text_is_shown_and_never_becomes_markup()
    {
        using var visitor = Visitor();

        var page = await visitor.GetStringAsync("/orders?q=%3Cb%20id%3Dx%3E%22");

        Assert.DoesNotContain("<b id=x>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b id=x&gt;&quot;", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/office/payments", HttpStatusCode.OK, "Log in")]
    [InlineData("/office/payments.csv", HttpStatusCode.OK, "Log in")]
    [InlineData("/api/payments", HttpStatusCode.Unauthorized, "Log in")]
    public async Task Back_office_and_its_api_need_a_session(string url, HttpStatusCode status, string text)
    {
        using var visitor = Visitor();

        var answer = await visitor.GetAsync(url);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(text, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private HttpClient Visitor() => new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new(app.BaseUrl) };

    // The names of dialog and section titles for screen readers are the same in every version.
    private static List<string> ChosenIds(string page) =>
        [.. Regex.Matches(page, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).Where(id => id != "content" && !id.EndsWith("-title", StringComparison.Ordinal))];

    private static List<string> Labels(string page) =>
        [.. Regex.Matches(page, "<label[^>]*>.*?</label>|aria-label=\"[^\"]*\"|<button[^>]*>.*?</button>", RegexOptions.Singleline)
            .Select(match => Regex.Replace(match.Value, "<[^>]*>", "").Trim())];
}
