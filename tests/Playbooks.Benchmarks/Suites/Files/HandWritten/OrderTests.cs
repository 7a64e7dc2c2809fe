using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Orders;

public sealed class OrderStatusTests(Browsers browsers)
{
    [Theory]
    [InlineData(12345, "Open")]
    [InlineData(12346, "Shipped")]
    [InlineData(12347, "Packed")]
    [InlineData(12348, "Delivered")]
    [InlineData(12352, "Cancelled")]
    public async Task Reads_the_status(int order, string status)
    {
        var page = await browsers.OpenAsync();
        await page.GotoAsync($"/orders?q={order}", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        Assert.Equal(status, await page.Locator(".order-row .pill").InnerTextAsync());
        await page.Context.CloseAsync();
    }
}

public sealed class CancelOrderTests(Browsers browsers)
{
    [Theory]
    [InlineData(12345)]
    [InlineData(12349)]
    [InlineData(12353)]
    [InlineData(12357)]
    [InlineData(12361)]
    public async Task Cancels_an_open_order(int order)
    {
        var page = await browsers.OpenAsync();
        await page.GotoAsync("/orders", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.Locator("#search").FillAsync($"{order}");
        await page.Locator("#search").PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"q={order}"));
        await page.Locator(".order-link").ClickAsync();
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex($"Order {order}"));
        await page.Locator("#cancel-order").ClickAsync();
        await Expect(page.Locator("#cancel-dialog")).ToBeVisibleAsync();
        await page.Locator("#cancel-reason").SelectOptionAsync(new SelectOptionValue { Label = "Customer changed their mind" });
        await page.Locator("#confirm-cancel").ClickAsync();
        await Expect(page.Locator("body")).ToContainTextAsync($"Order {order} is cancelled.");
        await Expect(page.Locator("#cancel-dialog")).ToBeHiddenAsync();
        Assert.Equal("Cancelled", await page.Locator("#order-status").InnerTextAsync());
        await page.Context.CloseAsync();
    }
}

public sealed class ChangeShippingTests(Browsers browsers)
{
    [Theory]
    [InlineData(12345)]
    [InlineData(12349)]
    [InlineData(12353)]
    [InlineData(12357)]
    [InlineData(12361)]
    public async Task Sends_an_order_by_express(int order)
    {
        var page = await browsers.OpenAsync();
        await page.GotoAsync($"/orders/{order}", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.Locator("#shipping-method").SelectOptionAsync("express");
        await Expect(page.Locator("#shipping-method")).ToHaveValueAsync("express");
        await page.Locator("#gift-wrap").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save shipping" }).ClickAsync();
        await Expect(page.Locator("body")).ToContainTextAsync("Shipping saved.");
        await Expect(page.Locator("#gift-wrap")).ToHaveAttributeAsync("checked", "");
        Assert.NotEmpty(await page.Locator("#order-total").InnerTextAsync());
        await page.Context.CloseAsync();
    }
}

public sealed class SearchOrdersTests(Browsers browsers)
{
    [Theory]
    [InlineData("Bremen")]
    [InlineData("Bristol")]
    [InlineData("Bergen")]
    [InlineData("Nantes")]
    [InlineData("Genoa")]
    public async Task Finds_the_orders_of_a_city(string city)
    {
        var page = await browsers.OpenAsync();
        await page.GotoAsync("/orders", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.Locator("#search").FillAsync(city);
        await page.Locator("#search").PressAsync("Enter");
        await Expect(page.Locator("#search")).ToHaveValueAsync(city);
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"q={city}"));
        await page.Locator("#status-filter").SelectOptionAsync(new SelectOptionValue { Label = "Any status" });
        await Expect(page.Locator("body")).ToContainTextAsync("Status shown: Any status");
        await Expect(page.Locator(".order-row").First).ToBeAttachedAsync();
        Assert.NotEmpty(await page.Locator("#result-count").InnerTextAsync());
        Assert.NotEmpty(await page.Locator("#result-total").InnerTextAsync());
        Assert.NotEmpty(await page.Locator(".order-row:first-child .placed-on").InnerTextAsync());
        await page.Context.CloseAsync();
    }
}
