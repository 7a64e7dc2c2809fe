using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Playbooks.Browser.Tests.Site;

/// <summary>Pages with dialogs, windows, frames, and downloads.</summary>
internal static class RealPages
{
    private const string Main = """
        <!doctype html><html lang=en><title>Real pages</title>
        <h1>Real pages</h1>
        <button id=delete onclick="out.textContent = confirm('Really delete order 7?') ? 'Deleted' : 'Kept'">Delete</button>
        <button id=rename onclick="out.textContent = 'Named ' + prompt('New name?', 'old')">Rename</button>
        <button id=twice onclick="alert('First'); alert('Second'); out.textContent = 'Twice'">Twice</button>
        <button id=silent onclick="out.textContent = 'Silent'">Silent</button>
        <button id=terms onclick="window.open('/real/terms')">Terms</button>
        <button id=flash onclick="window.open('').close()">Flash</button>
        <a id=blank href="/real/terms?blank" target=_blank rel=noopener>In a tab</a>
        <a id=export href="/real/orders.csv">Export</a>
        <a id=blob download=blob.txt>Blob</a>
        <a id=endless href="/real/endless.bin">Endless</a>
        <button id=broken onclick="throw new Error('It broke')">Broken</button>
        <div id=card draggable=true ondragstart="event.dataTransfer.setData('text', 'card')">Card</div>
        <div id=done style="width: 200px; height: 50px" ondragover="event.preventDefault()" ondrop="out.textContent = 'Dropped ' + event.dataTransfer.getData('text')">Done</div>
        <input id=typed aria-label=Typed onkeydown="keys.textContent = Number(keys.textContent) + 1"><p id=keys>0</p>
        <p id=out></p>
        <iframe id=payment src="/real/payment" title=Payment></iframe>
        <script>
          document.querySelector('#blob').href = URL.createObjectURL(new Blob(['from a blob']));
          document.querySelector('#typed').addEventListener('focus', () => out.textContent = 'Focused');
        </script>
        </html>
        """;

    private const string Payment = """
        <!doctype html><html lang=en><title>Payment</title><button id=pay onclick="document.querySelector('#paid').textContent = 'Paid'">Pay</button><p id=paid></p>
        <iframe id=inner srcdoc="<button id=deep onclick='this.textContent = `Reached`'>Deep</button>"></iframe></html>
        """;

    // A button makes the form one that people with a screen reader cannot fill in.
    private const string Form = """
        <!doctype html><html lang=en><title>Form</title>
        <main><h1>Form</h1><label>Name <input></label>
        <button id=more onclick="out.textContent = 'More'">More</button>
        <button id=worse onclick="document.querySelector('main').insertAdjacentHTML('beforeend', '<input id=bare><input class=bare><img id=chart src=data:,>')">Worse</button>
        <p id=out></p>
        <iframe title=Late loading=lazy src="/real/endless.bin" style="margin-top: 10000px"></iframe></main>
        </html>
        """;

    private const string Terms = """
        <!doctype html><html lang=en><title>Terms</title><h1>Terms of use</h1><button id=leave onclick="window.close()">Leave</button></html>
        """;

    private const string Choices = """
        <!doctype html><html lang=en><title>Choices</title>
        <label>Colors <select id=colors multiple onchange="out.textContent = [...this.selectedOptions].map(option => option.value).join(' and ')">
          <option value=r>Red</option><option value=g selected>Green</option><option value=b>Blue</option></select></label>
        <button id=choose onclick="file.click()">Choose files</button> <button id=idle>Idle</button>
        <input type=file id=file multiple hidden onchange="out.textContent = [...this.files].map(file => file.name).join(' and ')">
        <button id=lazy onclick="document.body.insertAdjacentHTML('beforeend', '<iframe id=late src=/real/never></iframe>')">Lazy</button>
        <p id=out></p></html>
        """;

    public static void Map(WebApplication app)
    {
        app.MapGet("/real/choices", () => Results.Text(Choices, "text/html; charset=utf-8"));
        app.MapGet("/real/never", context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default));
        app.MapGet("/real/basic", (HttpContext context) =>
        {
            if (context.Request.Headers.Authorization == "Basic " + Convert.ToBase64String("ann:pass-4711"u8))
            {
                return Results.Text("Hello ann");
            }

            context.Response.Headers.WWWAuthenticate = "Basic realm=orders";
            return Results.Text("Who are you?", statusCode: StatusCodes.Status401Unauthorized);
        });
        app.MapGet("/real", () => Results.Text(Main, "text/html; charset=utf-8"));
        app.MapGet("/real/payment", () => Results.Text(Payment, "text/html; charset=utf-8"));
        app.MapGet("/real/form", () => Results.Text(Form, "text/html; charset=utf-8"));
        app.MapGet("/real/terms", () => Results.Text(Terms, "text/html; charset=utf-8"));
        app.MapGet("/real/orders.csv", () => Results.File("id,total\n7,12.50\n"u8.ToArray(), "text/csv", "orders.csv"));
        app.MapGet("/real/endless.bin", async context =>
        {
            context.Response.Headers.ContentDisposition = "attachment; filename=endless.bin";
            context.Response.ContentType = "application/octet-stream";
            await context.Response.Body.WriteAsync(new byte[100_000], context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        });
    }
}
