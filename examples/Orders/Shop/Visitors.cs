using System.Collections.Concurrent;

namespace Orders.Shop;

/// <summary>Assigns an order book to each browser context by a cookie, so that parallel tests do not affect each other.</summary>
public sealed class Visitors
{
    private const string Cookie = "orders_visitor";
    private const int Most = 1000;

    private readonly ConcurrentDictionary<Guid, OrderBook> books = new();
    private readonly ConcurrentQueue<Guid> oldest = new();

    /// <summary>Returns the order book of the client, or a new one if the cookie is unknown.</summary>
    public OrderBook BookOf(HttpContext context)
    {
        if (Guid.TryParse(context.Request.Cookies[Cookie], out var known) && books.TryGetValue(known, out var book))
        {
            return book;
        }

        var visitor = Guid.NewGuid();
        book = books[visitor] = new OrderBook();
        oldest.Enqueue(visitor);
        if (oldest.Count > Most && oldest.TryDequeue(out var forgotten))
        {
            books.TryRemove(forgotten, out _);
        }

        // Strict: a form of another site never sends the cookie, and therefore cannot change orders.
        context.Response.Cookies.Append(Cookie, visitor.ToString(), new() { HttpOnly = true, SameSite = SameSiteMode.Strict });
        return book;
    }
}
