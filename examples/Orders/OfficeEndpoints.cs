using System.Text;
using Orders.Pages;
using Orders.Shop;

namespace Orders;

/// <summary>The back office, which only the staff can see.</summary>
public static class OfficeEndpoints
{
    private const string LoginUrl = "/office/login";
    private const string PaymentsUrl = "/office/payments";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(LoginUrl, (HttpContext context) => Page(LoginPage.Render(null, CookieBanner.Render(context))));
        routes.MapPost(LoginUrl, LogIn);
        routes.MapPost("/office/logout", LogOut);

        var guarded = routes.MapGroup("/office").AddEndpointFilter(async (context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<Staff>().Knows(context.HttpContext.Request.Cookies[Staff.Cookie])
                ? await next(context)
                : Results.Redirect(LoginUrl));
        guarded.MapGet("/payments", Payments);
        guarded.MapGet("/payments.csv", Export);
    }

    /// <summary>Reads the state of payments from a query. Any other word means all states.</summary>
    public static PaymentState? ReadState(string? state) =>
        Enum.TryParse<PaymentState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;

    private static async Task<IResult> LogIn(HttpContext context, Staff staff)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (staff.LogIn(form["username"].ToString(), form["password"].ToString()) is not { } token)
        {
            return Page(LoginPage.Render("The e-mail address or the password is wrong.", CookieBanner.Render(context)));
        }

        context.Response.Cookies.Append(Staff.Cookie, token, new() { HttpOnly = true, SameSite = SameSiteMode.Strict });
        return Results.Redirect(PaymentsUrl);
    }

    private static IResult LogOut(HttpContext context, Staff staff)
    {
        staff.LogOut(context.Request.Cookies[Staff.Cookie]);
        context.Response.Cookies.Delete(Staff.Cookie);
        return Results.Redirect(LoginUrl);
    }

    private static IResult Payments(HttpContext context, Visitors visitors, string? state, int page = 1)
    {
        var shown = ReadState(state);
        return Page(PaymentsPage.Render(visitors.BookOf(context).Payments(shown), shown, page, CookieBanner.Render(context)));
    }

    private static IResult Export(HttpContext context, Visitors visitors, string? state)
    {
        var rows = visitors.BookOf(context).Payments(ReadState(state)).Select(payment => string.Join(',', payment.OrderId, payment.Customer.Email, payment.State, payment.Amount.ToString(Money.Culture)));
        return Results.File(Encoding.UTF8.GetBytes(string.Join("\r\n", ["order,customer,state,amount", .. rows, ""])), "text/csv", "payments.csv");
    }

    private static IResult Page(Html html) => Results.Text(html.Text, "text/html; charset=utf-8");
}
