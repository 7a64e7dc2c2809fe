using Playbooks.Steps.Support;

namespace Playbooks.Tests.Steps;

public sealed class ValueTextTests
{
    [Theory]
    [InlineData("42", null, 42)]
    [InlineData("-7", null, -7)]
    [InlineData("+7", null, 7)]
    [InlineData("1.234", "de-DE", 1234)]
    [InlineData("1,234", "en-US", 1234)]
    [InlineData("1\u00a0234", "fr-FR", 1234)]
    [InlineData("1 234", "fr-FR", 1234)]
    [InlineData("1234", "invariant", 1234)]
    public void Whole_number_is_read(string text, string? culture, int value) => Assert.Equal(value, new ValueText(culture).Parse<int>(text, "#n"));

    [Theory]
    [InlineData("1,234", null, "#n contains \"1,234\", which is not a whole number.")]
    [InlineData("4.5", null, "#n contains \"4.5\", which is not a whole number.")]
    [InlineData("", null, "#n contains \"\", which is not a whole number.")]
    [InlineData("12 pieces", null, "#n contains \"12 pieces\", which is not a whole number.")]
    [InlineData("99999999999", null, "#n contains \"99999999999\", which is out of the range of int, -2147483648 to 2147483647; use as: decimal for larger numbers.")]
    [InlineData("-99.999.999.999", "de-DE", "#n contains \"-99.999.999.999\", which is out of the range of int, -2147483648 to 2147483647; use as: decimal for larger numbers.")]
    [InlineData("123456789012345678901234567890123", null, "#n contains \"123456789012345678901234567890123\", which is out of the range of int, -2147483648 to 2147483647; use as: decimal for larger numbers.")]
    [InlineData("9999999999.5", null, "#n contains \"9999999999.5\", which is not a whole number.")]
    [InlineData("1,234", "invariant", "#n contains \"1,234\", which is not a whole number.")]
    [InlineData("1,23", "en-US", "#n contains \"1,23\", which is not a whole number in the format of en-US.")]
    [InlineData("4,5", "de-DE", "#n contains \"4,5\", which is not a whole number in the format of de-DE.")]
    public void Text_that_is_no_whole_number_is_quoted(string text, string? culture, string message) =>
        Assert.Equal(message, Assert.Throws<PlaybookException>(() => new ValueText(culture).Parse<int>(text, "#n")).Message);

    [Theory]
    [InlineData("12.50", null, "12.50")]
    [InlineData("1.234,50", "de-DE", "1234.50")]
    [InlineData("1.234,50 €", "de-DE", "1234.50")]
    [InlineData("$1,234.50", "en-US", "1234.50")]
    [InlineData("1'234.50", "de-CH", "1234.50")]
    [InlineData("1\u2019234.50", "de-CH", "1234.50")]
    [InlineData("CHF 1'234'567.50", "de-CH", "1234567.50")]
    [InlineData("CHF\u00a0-1\u2019234.50", "de-CH", "-1234.50")]
    [InlineData("1 234,50", "fr-FR", "1234.50")]
    [InlineData("1\u00a0234,50", "fr-FR", "1234.50")]
    [InlineData("1\u202f234,50 €", "fr-FR", "1234.50")]
    [InlineData("1\u2009234\u2009567,5", "fr-FR", "1234567.5")]
    [InlineData("1 234,50 zł", "pl-PL", "1234.50")]
    [InlineData("\u22121\u00a0234,5", "sv-SE", "-1234.5")]
    [InlineData("-1 234,5", "sv-SE", "-1234.5")]
    [InlineData("\u22121,234.5", "en-US", "-1234.5")]
    [InlineData("12,34,567.5", "en-IN", "1234567.5")]
    [InlineData("1.234,50", "es-ES", "1234.50")]
    [InlineData("1234,50", "es-ES", "1234.50")]
    [InlineData("\u0661\u0662\u0663", "ar-EG", "123")]
    [InlineData("+5", "de-DE", "5")]
    [InlineData(",5", "de-DE", "0.5")]
    public void Decimal_number_is_read(string text, string? culture, string value) =>
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), new ValueText(culture).Parse<decimal>(text, "#n"));

    [Theory]
    [InlineData("1,50", null)]
    [InlineData("1,50", "en-US")]
    [InlineData("12.5", "de-DE")]
    [InlineData("€", "de-DE")]
    [InlineData("1'23", "de-CH")]
    [InlineData("12'34.50", "de-CH")]
    [InlineData("1'234.50", "de-DE")]
    [InlineData("1 23,50", "fr-FR")]
    [InlineData("1,234,5", "en-US")]
    [InlineData("1,5,0", "de-DE")]
    [InlineData("--5", "de-DE")]
    [InlineData("0.123", "de-DE")]
    [InlineData("", "de-DE")]
    [InlineData("-", "de-DE")]
    [InlineData("$1.50", "de-DE")]
    public void Number_of_another_culture_is_not_guessed(string text, string? culture) =>
        Assert.Throws<PlaybookException>(() => new ValueText(culture).Parse<decimal>(text, "#n"));

    [Fact]
    public void Number_that_a_decimal_cannot_hold_says_so() => Assert.Equal(
        "#n contains \"123456789012345678901234567890123\", which is out of the range of decimal, which holds 28 digits.",
        Assert.Throws<PlaybookException>(() => new ValueText(null).Parse<decimal>("123456789012345678901234567890123", "#n")).Message);

    [Theory]
    [InlineData("true", true)]
    [InlineData("False", false)]
    public void Truth_is_read(string text, bool value) => Assert.Equal(value, new ValueText(null).Parse<bool>(text, "#n"));

    [Theory]
    [InlineData("2024-01-31", null)]
    [InlineData("31.01.2024", "de-DE")]
    [InlineData("1/31/2024", "en-US")]
    [InlineData("2024-01-31", "en-US")]
    [InlineData("31. 1. 2024", "cs-CZ")]
    [InlineData("31.\u00a01.\u00a02024", "cs-CZ")]
    [InlineData("mercredi\u00a031\u202fjanvier 2024", "fr-FR")]
    public void Date_is_read(string text, string? culture) => Assert.Equal(new DateOnly(2024, 1, 31), new ValueText(culture).Parse<DateOnly>(text, "#n"));

    [Fact]
    public void Text_that_is_no_date_is_quoted() => Assert.Equal(
        "#n contains \"31.01.2024\", which is not a date written as yyyy-MM-dd.",
        Assert.Throws<PlaybookException>(() => new ValueText(null).Parse<DateOnly>("31.01.2024", "#n")).Message);

    [Theory]
    [InlineData("ed-DE")]
    [InlineData("xx-YY")]
    [InlineData("no culture")]
    public void A_culture_that_does_not_exist_reads_nothing(string culture)
    {
        var error = Assert.Throws<PlaybookException>(() => new ValueText(culture).Parse<decimal>("1.234", "#n"));

        Assert.Equal($"There is no culture '{culture}' on this machine. Write a name such as de-DE, or invariant.", error.Message);
    }
}
