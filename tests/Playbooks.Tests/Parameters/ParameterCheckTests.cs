using System.Text.RegularExpressions;
using Playbooks.Generated;

namespace Playbooks.Tests.Parameters;

public sealed class ParameterCheckTests
{
    private static readonly Regex Digits = new(@"\A(?:\d{3,})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    [Fact]
    public void A_value_among_the_choices_is_taken() => Assert.Equal(200, ParameterCheck.Choice("order_id", 200, 100, 200));

    [Fact]
    public void An_unset_value_fits_always()
    {
        Assert.Null(ParameterCheck.Choice("order_id", (int?)null, 100, 200));
        Assert.Null(ParameterCheck.Pattern("note", (string?)null, Digits));
        Assert.Null(ParameterCheck.Choices("ids", (IReadOnlyList<int>)null!, 1));
    }

    [Fact]
    public void A_value_that_is_none_of_the_choices_is_named_with_what_fits()
    {
        var error = Assert.Throws<ArgumentException>(() => ParameterCheck.Choice("order_id", 300, 100, 200));

        Assert.Equal("The value '300' of parameter 'order_id' is not one of its choices. Use one of: 100, 200.", error.Message);
    }

    [Fact]
    public void Choices_are_shown_as_the_yaml_writes_them_whatever_the_culture()
    {
        var culture = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = new("de-DE");
        try
        {
            Assert.EndsWith("Use one of: 1.5, 2.", Assert.Throws<ArgumentException>(() => ParameterCheck.Choice("rate", 3m, 1.5m, 2m)).Message, StringComparison.Ordinal);
            Assert.Contains("'true'", Assert.Throws<ArgumentException>(() => ParameterCheck.Choice("on", true, false)).Message, StringComparison.Ordinal);
            Assert.Contains("'2024-01-31'", Assert.Throws<ArgumentException>(() => ParameterCheck.Choice("day", new DateOnly(2024, 1, 31), new DateOnly(2024, 2, 1))).Message, StringComparison.Ordinal);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Each_item_of_a_list_is_checked()
    {
        Assert.Equal([1, 2], ParameterCheck.Choices("ids", [1, 2], 1, 2, 3));
        Assert.Contains("'4'", Assert.Throws<ArgumentException>(() => ParameterCheck.Choices("ids", [1, 4], 1, 2, 3)).Message, StringComparison.Ordinal);
        Assert.Contains("'x'", Assert.Throws<ArgumentException>(() => ParameterCheck.Patterns("ids", ["123", "x"], Digits)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_matches_the_whole_value()
    {
        Assert.Equal("1234", ParameterCheck.Pattern("code", "1234", Digits));
        Assert.Equal(1234, ParameterCheck.Pattern("code", 1234, Digits));
        var error = Assert.Throws<ArgumentException>(() => ParameterCheck.Pattern("code", "1234\n", Digits));
        Assert.Equal("The value '1234\n' of parameter 'code' does not match its pattern \\d{3,}.", error.Message);
    }

    [Fact]
    public void A_secret_is_checked_and_never_shown()
    {
        var error = Assert.Throws<ArgumentException>(() => ParameterCheck.Pattern<Secret>("pin", "hunter2", Digits));

        Assert.Equal("The value of parameter 'pin' does not match its pattern \\d{3,}.", error.Message);
        Assert.Equal("12345", ParameterCheck.Pattern<Secret>("pin", "12345", Digits).Reveal());
        Assert.Equal("The value of parameter 'pin' is not one of its choices.", Assert.Throws<ArgumentException>(() => ParameterCheck.Choice<Secret>("pin", "hunter2", "a", "b")).Message);
    }

    [Fact]
    public void A_pattern_that_takes_too_long_is_an_error_that_says_so()
    {
        var slow = new Regex(@"\A(?:(a+)+b)\z", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(1));

        var error = Assert.Throws<ArgumentException>(() => ParameterCheck.Pattern("code", new string('a', 5000), slow));

        Assert.Contains("could not be matched against its pattern (a+)+b within 0.001 s", error.Message, StringComparison.Ordinal);
    }
}
