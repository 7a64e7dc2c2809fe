using System.Globalization;
using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.Steps;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules;

/// <summary>Reads the browser context of a run: PB0004 for what no browser has, PB0009, and PB0112 for a credential in a header.</summary>
/// <param name="binder">Binds the texts, in which only parameters are known.</param>
internal sealed class BrowserRules(TextBinder binder)
{
    /// <summary>Reads the mapping; null: there is none.</summary>
    public BrowserModel? Read(Slot? slot)
    {
        if (slot?.Keys() is not { } fields)
        {
            return null;
        }

        var viewport = fields[BrowserKeys.Viewport]?.Keys();
        var place = fields[BrowserKeys.Geolocation]?.Keys();
        return new BrowserModel
        {
            Device = fields[BrowserKeys.Device] is { } device ? Device(device) : null,
            Width = viewport?[BrowserKeys.ViewportKeys.Width]?.Number(),
            Height = viewport?[BrowserKeys.ViewportKeys.Height]?.Number(),
            Locale = fields[BrowserKeys.Locale] is { } locale ? Locale(locale) : null,
            Timezone = fields[BrowserKeys.Timezone] is { } zone ? Timezone(zone) : null,
            ColorScheme = fields[BrowserKeys.ColorScheme]?.Word(),
            Latitude = place?[BrowserKeys.GeolocationKeys.Latitude] is { } latitude ? Degrees(latitude, 90) : null,
            Longitude = place?[BrowserKeys.GeolocationKeys.Longitude] is { } longitude ? Degrees(longitude, 180) : null,
            Permissions = (fields[BrowserKeys.Permissions]?.Items() ?? []).Select(static item => item.Word()).OfType<string>().Distinct(StringComparer.Ordinal).ToEquatableArray(),
            ExtraHeaders = fields[BrowserKeys.ExtraHeaders] is { } headers ? new HeaderRules(binder).Read(headers) : default,
            IgnoreHttpsErrors = fields[BrowserKeys.IgnoreHttpsErrors]?.Flag(),
            HttpCredentials = fields[BrowserKeys.HttpCredentials]?.Flag(),
            Clock = fields[BrowserKeys.Clock] is { } clock ? Clock(clock) : null,
            OnDialog = fields[BrowserKeys.OnDialog]?.Word<DialogPolicyModel>(),
            OnPageError = fields[BrowserKeys.OnPageError]?.Word<PageErrorPolicyModel>(),
        };
    }

    private static string? Device(Slot slot) => OneOf(
        slot, [.. slot.Key.Words.Select(static word => word.Text)], static name => $"Playwright has no device '{name}'", ". Write a name such as iPhone 15, Pixel 7, or Desktop Chrome.");

    private static string? Timezone(Slot slot) => OneOf(
        slot, TimeZoneNames.All, static name => $"'{name}' is not the IANA name of a time zone", ". Write one such as Europe/Berlin or UTC.");

    private static string? OneOf(Slot slot, IReadOnlyCollection<string> names, Func<string, string> problem, string advice)
    {
        if (slot.Text() is not { } scalar)
        {
            return null;
        }

        if (names.Contains(scalar.Value))
        {
            return scalar.Value;
        }

        var nearest = slot.Reading.Suggest(scalar.Value, names);
        slot.Report(Rule.WrongKind, problem(Values.Shorten(scalar.Value)) + (nearest is null ? advice : Values.DidYouMean(nearest)));
        return null;
    }

    private static string? Locale(Slot slot)
    {
        if (slot.Text() is not { } scalar)
        {
            return null;
        }

        if (scalar.Value != "invariant" && CultureNames.IsValid(scalar.Value))
        {
            return scalar.Value;
        }

        slot.Report(Rule.WrongKind, $"There is no locale '{Values.Shorten(scalar.Value)}'" + (CultureNames.NearestTo(scalar.Value) is { } nearest ? Values.DidYouMean(nearest) : ". Write a name such as de-DE or en-US."));
        return null;
    }

    private static string? Degrees(Slot slot, int most)
    {
        if (slot.Value is not ScalarNode { IsPlain: true, IsEmpty: false } scalar || TypedValues.Canonical(Model.ValueType.Decimal, scalar.Value) is not { } text)
        {
            slot.Report(Rule.WrongKind, $"'{slot.Name}' must be a number of degrees, such as {slot.Key.Example}.");
            slot.Ignore();
            return null;
        }

        if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var degrees) || Math.Abs(degrees) > most)
        {
            slot.Report(Rule.OutOfRange, $"'{slot.Name}' must be from -{most} to {most}, not {Values.Shorten(scalar.Value)}.");
            return null;
        }

        return text;
    }

    private static string? Clock(Slot slot)
    {
        if (slot.Text() is not { } scalar)
        {
            return null;
        }

        string[] forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFK"];
        if (scalar.Value.IndexOf('T') > 0
            && (scalar.Value.EndsWith("Z", StringComparison.Ordinal) || scalar.Value.LastIndexOfAny(['+', '-']) > scalar.Value.IndexOf('T'))
            && DateTimeOffset.TryParseExact(scalar.Value, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return scalar.Value;
        }

        slot.Report(Rule.WrongKind, $"'{slot.Name}' must be a point in time with an offset, such as {slot.Key.Example}, not '{Values.Shorten(scalar.Value)}'.");
        return null;
    }
}
