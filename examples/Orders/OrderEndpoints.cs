using Orders.Pages;
using Orders.Shop;

namespace Orders;

/// <summary>The dashboard's pages, and the forms that change an order.</summary>
public static class OrderEndpoints
{
    /// <summary>How long the carrier's system delays the tracking panel.</summary>
    private static readonly TimeSpan CarrierTakes = TimeSpan.FromMilliseconds(700);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (string? v) => Results.Redirect(Markup.Of(v).Link("/orders")));
        routes.MapGet("/orders", List);
        routes.MapGet("/orders/{id:int}", Detail);
        routes.MapGet("/orders/{id:int}/tracking", Tracking);
        routes.MapPost("/orders/{id:int}/cancel", Cancel);
        routes.MapPost("/orders/{id:int}/pack", Pack);
        routes.MapPost("/orders/{id:int}/duplicate", Duplicate);
        routes.MapPost("/orders/{id:int}/shipping", ChangeShipping);
        routes.MapPost("/orders/{id:int}/invoice", AttachInvoice);
        routes.MapFallback((HttpContext context) => Missing("There is no such page", context.Request.Path, Markup.Of(context.Request.Query["v"])));
    }

    private static IResult List(HttpContext context, Visitors visitors, string? q, string? status, string? v)
    {
        OrderStatus? wanted = Enum.TryParse<OrderStatus>(status, ignoreCase: true, out var known) ? known : null;
        var book = visitors.BookOf(context);
        return Page(OrderListPage.Render(book.Search("", null), book.Search(q ?? "", wanted), q ?? "", wanted, Markup.Of(v)));
    }

    private static IResult Detail(HttpContext context, Visitors visitors, int id, string? done, string? v)
    {
        var markup = Markup.Of(v);
        return visitors.BookOf(context).Find(id) is { } order ? Page(OrderPage.Render(order, done, markup)) : MissingOrder(id, markup);
    }

    private static async Task<IResult> Tracking(HttpContext context, Visitors visitors, int id, string? v)
    {
        await Task.Delay(CarrierTakes, context.RequestAborted);
        var markup = Markup.Of(v);
        return visitors.BookOf(context).Find(id) is { } order ? Page(TrackingPanel.Render(order, markup)) : MissingOrder(id, markup);
    }

    private static async Task<IResult> Cancel(HttpContext context, Visitors visitors, int id, string? v)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var reason = form["reason"].ToString() is { Length: > 0 } given ? given : "No reason given";
        return Changed(context, visitors, id, "cancelled", v, order =>
            order.CanBeCancelled ? (order with { Status = OrderStatus.Cancelled }).Noting($"Cancelled: {reason}") : order);
    }

    private static IResult Pack(HttpContext context, Visitors visitors, int id, string? v) =>
        Changed(context, visitors, id, "packed", v, order =>
            order.Status == OrderStatus.Open ? (order with { Status = OrderStatus.Packed }).Noting("Packed") : order);

    private static IResult Duplicate(HttpContext context, Visitors visitors, int id, string? v)
    {
        var markup = Markup.Of(v);
        return visitors.BookOf(context).Duplicate(id) is { } copy
            ? SeeOther(context, markup.Link($"/orders/{copy.Id}?done=duplicated"))
            : MissingOrder(id, markup);
    }

    private static async Task<IResult> ChangeShipping(HttpContext context, Visitors visitors, int id, string? v)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!Enum.TryParse<ShippingMethod>(form["method"], ignoreCase: true, out var method) || !Enum.IsDefined(method))
        {
            return Results.BadRequest("There is no such shipping method.");
        }

        return Changed(context, visitors, id, "shipping", v, order =>
            (order with { Shipping = method, GiftWrap = form["gift_wrap"] == "on" }).Noting($"Shipping changed: {method.Label()}"));
    }

    private static async Task<IResult> AttachInvoice(HttpContext context, Visitors visitors, int id, string? v)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return form.Files["invoice"] is { Length: > 0 } file
            ? Changed(context, visitors, id, "invoice", v, order =>
                (order with { Invoice = new(Path.GetFileName(file.FileName), file.Length) }).Noting($"Invoice attached: {Path.GetFileName(file.FileName)}"))
            : Results.BadRequest("Choose a file first.");
    }

    private static IResult Changed(HttpContext context, Visitors visitors, int id, string done, string? version, Func<Order, Order> change)
    {
        var markup = Markup.Of(version);
        return visitors.BookOf(context).Change(id, change) is null
            ? MissingOrder(id, markup)
            : SeeOther(context, markup.Link($"/orders/{id}?done={done}"));
    }

    // 303: the browser requests the page again, so that a reload does not resend the form.
    private static IResult SeeOther(HttpContext context, string url)
    {
        context.Response.Headers.Location = url;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static IResult MissingOrder(int id, Markup markup) =>
        Missing($"There is no order {id}", "It may have been archived, or the number has a typo.", markup);

    private static IResult Missing(string headline, string reason, Markup markup) =>
        Page(MissingPage.Render(headline, reason, markup), StatusCodes.Status404NotFound);

    private static IResult Page(Html html, int status = StatusCodes.Status200OK) =>
        Results.Text(html.Text, "text/html; charset=utf-8", statusCode: status);
}
