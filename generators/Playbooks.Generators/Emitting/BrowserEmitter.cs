using System.Globalization;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Names;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes the browser context of a run, and the requests that are answered without the network.</summary>
internal static class BrowserEmitter
{
    public static void Emit(CodeWriter code, PlaybookModel model, TextExpression text)
    {
        if (model.Browser is { } browser)
        {
            code.Line();
            XmlDoc.Inherited(code);
            code.Line("protected override " + RuntimeNames.BrowserSettings + " GetBrowser(" + RuntimeNames.RunValues + " run) => new() { " + string.Join(", ", Members(browser, text)) + " };");
        }

        if (model.Routes.Count == 0)
        {
            return;
        }

        code.Line();
        XmlDoc.Inherited(code);
        code.Open("protected override " + FrameworkNames.List + "<" + RuntimeNames.MockedRoute + "> GetRoutes(" + RuntimeNames.RunValues + " run) =>", "[");
        foreach (var route in model.Routes)
        {
            var members = string.Join(", ", Members(route, text));
            code.Line("new(" + text.Of(route.Url) + ")" + (members.Length == 0 ? string.Empty : " { " + members + " }") + ",");
        }

        code.Close("];");
    }

    private static IEnumerable<string> Members(BrowserModel browser, TextExpression text)
    {
        if (browser.Device is { } device)
        {
            yield return "Device = " + Literal.From(device);
        }

        if (browser is { Width: { } width, Height: { } height })
        {
            yield return "Viewport = new(" + Literal.From(width) + ", " + Literal.From(height) + ")";
        }

        if (browser.Locale is { } locale)
        {
            yield return "Locale = " + Literal.From(locale);
        }

        if (browser.Timezone is { } timezone)
        {
            yield return "Timezone = " + Literal.From(timezone);
        }

        if (browser.ColorScheme is { } scheme)
        {
            yield return "ColorScheme = " + RuntimeNames.ColorScheme + "." + CSharpNames.Pascal(scheme.Replace('-', '_'));
        }

        if (browser is { Latitude: { } latitude, Longitude: { } longitude })
        {
            yield return "Geolocation = new(" + latitude + "m, " + longitude + "m)";
        }

        if (browser.Permissions.Count > 0)
        {
            yield return "Permissions = " + Literal.List(browser.Permissions);
        }

        if (browser.ExtraHeaders.Count > 0)
        {
            yield return "ExtraHeaders = " + StepMembers.Map(browser.ExtraHeaders, text);
        }

        if (browser.IgnoreHttpsErrors is { } ignore)
        {
            yield return "IgnoreHttpsErrors = " + Literal.From(ignore);
        }

        if (browser.HttpCredentials is { } credentials)
        {
            yield return "HttpCredentials = " + Literal.From(credentials);
        }

        if (browser.Clock is { } clock)
        {
            yield return "Clock = " + Moment(DateTimeOffset.Parse(clock, CultureInfo.InvariantCulture));
        }

        if (browser.OnDialog is { } onDialog)
        {
            yield return "OnDialog = " + RuntimeNames.DialogPolicy + "." + onDialog;
        }

        if (browser.OnPageError is { } onPageError)
        {
            yield return "OnPageError = " + RuntimeNames.PageErrorPolicy + "." + onPageError;
        }
    }

    private static IEnumerable<string> Members(RouteModel route, TextExpression text)
    {
        if (route.Status is { } status)
        {
            yield return "Status = " + Literal.From(status);
        }

        if (route.Json is { } json)
        {
            yield return "Json = " + JsonExpression.From(json, text);
        }

        if (route.Body is { } body)
        {
            yield return "Body = " + text.Of(body);
        }

        if (route.File is { } file)
        {
            yield return "File = " + text.Of(file);
        }

        if (route.Headers.Count > 0)
        {
            yield return "Headers = " + StepMembers.Map(route.Headers, text);
        }

        if (route.Abort)
        {
            yield return "Abort = true";
        }

        if (route.Times is { } times)
        {
            yield return "Times = " + Literal.From(times);
        }
    }

    private static string Moment(DateTimeOffset time) =>
        "new global::System.DateTimeOffset(" + time.UtcTicks.ToString(CultureInfo.InvariantCulture) + "L, global::System.TimeSpan.Zero)";
}
