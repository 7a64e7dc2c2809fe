using Playbooks.Language.Syntax.Keys;

namespace Playbooks.Language.Tests.Syntax;

public sealed class KeyParserTests
{
    [Theory]
    [InlineData("Enter")]
    [InlineData("F12")]
    [InlineData("a")]
    [InlineData("A")]
    [InlineData("€", false)]
    [InlineData("+")]
    [InlineData(" ")]
    [InlineData("Space")]
    [InlineData("Control+A")]
    [InlineData("Control++")]
    [InlineData("ControlOrMeta+Shift+KeyT")]
    [InlineData("Numpad7")]
    [InlineData("Digit1")]
    [InlineData("MediaPlayPause")]
    [InlineData("F13", false)]
    [InlineData("Control+", false)]
    [InlineData("", false)]
    public void A_key_is_one_of_playwrights(string key, bool known = true) => Assert.Equal(known, KeyParser.Check(key) is null);

    [Theory]
    [InlineData("Control-A", "Unknown key 'Control-A'. Did you mean 'Control+A'?")]
    [InlineData("Entr", "Unknown key 'Entr'. Did you mean 'Enter'?")]
    [InlineData("enter", "Unknown key 'enter'. Did you mean 'Enter'?")]
    [InlineData("Return", "Unknown key 'Return'. Did you mean 'Enter'?")]
    [InlineData("Ctrl+A", "Unknown key 'Ctrl'. Did you mean 'Control'?")]
    [InlineData("Control+", "A key is expected after the last '+' of 'Control+'; for the plus key itself, write '++' there.")]
    [InlineData("", "A key is expected, such as 'Enter' or 'Control+A'.")]
    [InlineData("hello world", "Unknown key 'hello world'; keys are named as on a US keyboard ('Enter', 'Control+A'), and text goes into 'text'.")]
    public void A_wrong_key_is_named_with_the_nearest(string key, string message)
    {
        var problem = KeyParser.Check(key);

        Assert.Equal(new(Rule.InvalidParam, 0, key.Length, message), problem);
    }
}
