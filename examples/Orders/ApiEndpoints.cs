using Orders.Shop;

namespace Orders;

/// <summary>
/// The JSON API of the back office. Its requests need the token of a session in the header Authorization: a browser sends that for no form
/// of another site, as it would send a cookie.
/// </summary>
public static class ApiEndpoints
{
    private const string Scheme = "Bearer ";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").AddEndpointFilter(async (context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<Staff>().Knows(ReadToken(context.HttpContext.Request))
                ? await next(context)
                : Results.Json(new { error = "Log in, and send the token of the session." }, statusCode: StatusCodes.Status401Unauthorized));
        api.MapGet("/payments", Payments);
        api.MapPost("/orders", Place);
        api.MapDelete("/orders/{id:int}", Remove);
    }

    private static string? ReadToken(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Scheme, StringComparison.Ordinal) ? header[Scheme.Length..] : null;

    private static IResult Payments(HttpContext context, Visitors visitors, string? customer, string? state)
    {
        var found = visitors.BookOf(context).Payments(OfficeEndpoints.ReadState(state)).Where(payment => customer is null || payment.Customer.Email == customer).ToList();
        return Results.Json(new
        {
            count = found.Count,
            total = found.Sum(payment => payment.Amount),
            items = found.Select(payment => new { order = payment.OrderId, customer = payment.Customer.Email, dueOn = payment.DueOn, state = payment.State.ToString(), amount = payment.Amount }),
        });
    }

    private static IResult Place(HttpContext context, Visitors visitors, NewOrder order) =>
        order.Quantity is >= 1 and <= 100 && visitors.BookOf(context).Place(order.Customer, order.Product, order.Quantity) is { } placed
            ? Results.Json(new { id = placed.Id, status = placed.Status.ToString(), total = placed.Total }, statusCode: StatusCodes.Status201Created)
            : Results.Json(new { error = "There is no such customer or product, or the quantity is not from 1 to 100." }, statusCode: StatusCodes.Status422UnprocessableEntity);

    private static IResult Remove(HttpContext context, Visitors visitors, int id) =>
        visitors.BookOf(context).Remove(id) ? Results.NoContent() : Results.NotFound();

    /// <summary>The body of a request that places an order.</summary>
    /// <param name="Customer">The e-mail address of the customer.</param>
    /// <param name="Product">The SKU of the product.</param>
    /// <param name="Quantity">The number of pieces.</param>
    private sealed record NewOrder(string Customer, string Product, int Quantity);
}
