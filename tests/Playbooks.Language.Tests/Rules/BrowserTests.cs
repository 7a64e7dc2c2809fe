using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>The browser context of a run, and the requests that are answered without the network.</summary>
public sealed class BrowserTests
{
    [Theory]
    [InlineData("device: iPhone 15")]
    [InlineData("device: Desktop Chrome")]
    [InlineData("device: {|PB0004:iPhone 51|}", "Did you mean 'iPhone")]
    [InlineData("device: {|PB0004:iphone 15|}", "Did you mean 'iPhone 15'?")]
    [InlineData("device: {|PB0004:Toaster 3000 of my aunt|}", "Write a name such as iPhone 15")]
    [InlineData("viewport: { width: 1, height: 2 }")]
    [InlineData("{|PB0003:viewport|}: { width: 1 }")]
    [InlineData("viewport: { width: {|PB0009:0|}, height: 2 }")]
    [InlineData("locale: {|PB0004:de_XX|}", "There is no locale 'de_XX'")]
    [InlineData("timezone: UTC")]
    [InlineData("timezone: America/Argentina/Buenos_Aires")]
    [InlineData("timezone: Etc/GMT+5")]
    [InlineData("timezone: {|PB0004:Europe, Berlin|}", "Europe/Berlin")]
    [InlineData("timezone: {|PB0004:Europe/Berlim|}", "Did you mean 'Europe/Berlin'?")]
    [InlineData("timezone: {|PB0004:europe/berlin|}", "Did you mean 'Europe/Berlin'?")]
    [InlineData("timezone: {|PB0004:'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'|}", "Write one such as Europe/Berlin or UTC.")]
    [InlineData("color_scheme: {|PB0004:dusk|}", "light, dark, no-preference")]
    [InlineData("geolocation: { latitude: 48.1, longitude: -11 }")]
    [InlineData("geolocation: { latitude: {|PB0009:91|}, longitude: 1 }", "from -90 to 90")]
    [InlineData("geolocation: { latitude: 1, longitude: {|PB0004:east|} }", "a number of degrees")]
    [InlineData("permissions: [{|PB0004:geolocations|}]", "Did you mean 'geolocation'?")]
    [InlineData("extra_headers: { Authorization: {|PB0112:Bearer x|} }")]
    [InlineData("extra_headers: { X-Run: \"{|PB0102:{run_id}|}\" }")]
    [InlineData("http_credentials: true")]
    [InlineData("http_credentials: {|PB0004:admin|}", "must be true or false")]
    [InlineData("clock: 2026-03-01T09:00:00Z")]
    [InlineData("clock: 2026-03-01T09:00:00+01:00")]
    [InlineData("clock: {|PB0004:2026-03-01|}", "a point in time with an offset")]
    [InlineData("clock: {|PB0004:2026-03-01T09:00:00|}", "a point in time with an offset")]
    [InlineData("on_dialog: {|PB0004:ignore|}", "fail, dismiss, accept")]
    [InlineData("on_page_error: {|PB0004:fial|}", "Did you mean 'fail'?")]
    [InlineData("{|PB0002:view_port|}: { width: 1, height: 2 }", "Did you mean 'viewport'?")]
    public void A_setting_is_checked(string setting, string message = "") => Check.Head($"browser:\n  {setting}", message);

    [Theory]
    [InlineData("{ {|PB0003:url|}: \"**/a\" }", "The route has no response. Write status, json, body, file, or abort: true.")]
    [InlineData("{ {|PB0003:url|}: \"**/a\", abort: false }", "The route has no response.")]
    [InlineData("{ {|PB0003:url|}: \"**/a\", times: 2 }", "The route has no response.")]
    [InlineData("{ url: \"**/a\", status: 204 }")]
    [InlineData("{ url: \"**/a\", status: {|PB0009:600|} }")]
    [InlineData("{ url: \"**/a\", json: [1], {|PB0203:body|}: x }", "'body' cannot be used with 'json'.")]
    [InlineData("{ url: \"**/a\", file: data/orders.json, status: 201 }")]
    [InlineData("{ url: \"**/a\", file: \"{|PB0102:{kind}|}.json\" }")]
    [InlineData("{ url: \"**/a\", file: a.json, {|PB0203:json|}: [1] }", "'json' cannot be used with 'file'.")]
    [InlineData("{ url: \"**/a\", file: {|PB0004:[a.json]|} }")]
    [InlineData("{ url: \"**/a\", abort: true, {|PB0203:status|}: 500 }", "'status' cannot be used with 'abort'.")]
    [InlineData("{ url: \"**/a\", abort: true, times: {|PB0009:0|} }")]
    [InlineData("{ {|PB0003:status|}: 500 }", "'url'")]
    [InlineData("{ url: \"**/a\", {|PB0002:fulfil|}: x }")]
    public void A_route_is_checked(string route, string message = "") => Check.Head($"routes:\n  - {route}", message);

    [Theory]
    [InlineData("{|PB0601:https://evil.test/**|}")]
    [InlineData("https://**/evil.test")]
    public void A_route_obeys_the_guardrails(string url) => Check.Head($"guardrails: {{ blocked_domains: [evil.test] }}\nroutes:\n  - url: {url}\n    status: 204");
}
