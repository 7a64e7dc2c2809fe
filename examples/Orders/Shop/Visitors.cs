using System.Collections.Concurrent;

namespace Orders.Shop;

/// <summary>Gives each browser context its own order book, told apart by a cookie, so that parallel tests do not meet.</summary>
public sealed class Visitors
{
    private const string Cookie = "orders_visitor";
    private const int Most = 1000;

    private readonly ConcurrentDictionary<Guid, OrderBook> books = new();
    private readonly ConcurrentQueue<Guid> oldest = new();

    /// <summary>The order book of whoever sent this request; a new one where the cookie is unknown.</summary>
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

        // Strict: a form of another site never carries the cookie, so it changes nobody's orders.
        context.Response.Cookies.Append(Cookie, visitor.ToString(), new() { HttpOnly = true, SameSite = SameSiteMode.Strict });
        return book;
    }
}
