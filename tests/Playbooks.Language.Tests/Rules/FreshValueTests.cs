using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>The built-in dates and fresh values: <c>{today+3d:dd.MM.yyyy}</c> and its kin.</summary>
public sealed class FreshValueTests
{
    [Theory]
    [InlineData("{today} {now} {uuid} {random:8}", 4)]
    [InlineData("{today+3d} {today-1w} {today+2M} {today-10y} {now+2h} {now-30m}", 6)]
    [InlineData("{today:dd.MM.yyyy} {today+3d:dddd, d MMMM} {now:HH:mm} {now-2h:o} {today:d}", 5)]
    [InlineData("{today:'at' yyyy} {today:raw} {uuid:raw}", 3)]
    [InlineData("{now-playing} {today+x} {todays+3d} {yesterday:yyyy}", 0)]
    public void A_text_takes_them(string text, int count)
    {
        var file = Check.Step($"description: \"{text}\"");

        Assert.Equal(count, file.Model.Steps[0].Description!.Placeholders.Count);
    }

    [Theory]
    [InlineData("{today{|PB0107:+3x|}}", "Write a sign, a whole number, and one of y, M, w, d, such as {today+3d}.")]
    [InlineData("{today{|PB0107:+2h|}}", "'+2h' is not an offset of 'today'.")]
    [InlineData("{today{|PB0107:+3|}}", "'+3' is not an offset of 'today'.")]
    [InlineData("{now{|PB0107:+2000y|}}", "too large")]
    [InlineData("{today:{|PB0107:HH:mm|}}", "contains a time, but 'today' has none")]
    [InlineData("{today:{|PB0107:q|}}", "")]
    [InlineData("{now:{|PB0107:%|}}", "is not a .NET date format")]
    [InlineData("{|PB0107:{random}|}", "Write {random:8}.")]
    [InlineData("{random:{|PB0107:0|}}", "from 1 to 64")]
    [InlineData("{random:{|PB0107:abc|}}", "'abc' is not a valid length for 'random', which must be from 1 to 64. Write one such as {random:8}.")]
    [InlineData("{uuid:{|PB0107:8|}}", "takes neither an offset nor a format")]
    [InlineData("{today{|PB0107:+99999999y|}}", "too large; the maximum for this unit is 1000")]
    [InlineData("{random:{|PB0107:8:raw|}}", "'8:raw'")]
    [InlineData("{now{|PB0107:+3x|}:HH:mm}", "'+3x' is not an offset")]
    [InlineData("{random{|PB0107:+1d|}:8}", "Write one such as {random:8}.")]
    [InlineData("{|PB0102:{today + 3d}|}", "Did you mean '{today+3d}'?")]
    [InlineData("{|PB0102:{ random:8 }|}", "'{ random:8 }' is not a placeholder. Did you mean '{random:8}'?")]
    [InlineData("{|PB0102:{Random:8}|}", "Did you mean '{random:8}'?")]
    [InlineData("{|PB0102:{RANDOM}|}", "Did you mean 'random:8'?")]
    [InlineData("{|PB0102:{ random }|}", "Did you mean '{random:8}'?")]
    [InlineData("{|PB0113:${random:8}|}", "Write '{random:8}'.")]
    [InlineData("{|PB0113:{{random:8}}|}", "Write '{random:8}'.")]
    [InlineData("{|PB0113:${today+3d}|}", "Write '{today+3d}'.")]
    [InlineData("{|PB0113:{{today+3d:dd.MM.yyyy}}|}", "Write '{today+3d:dd.MM.yyyy}'.")]
    [InlineData("{|PB0113:{random|8}|}", "Write '{random:8}'.")]
    [InlineData("{|PB0113:{{uuid:raw}}|}", "Write '{uuid:raw}'.")]
    [InlineData("{|PB0113:{random|} ", "Write '{random:8}'.")]
    [InlineData("{|PB0113:{random|}:8", "Write '{random:8}'.")]
    [InlineData("{|PB0113:{today|}+3d:dd.MM.yyyy x", "Write '{today+3d:dd.MM.yyyy}'.")]
    [InlineData("{|PB0102:{Today}|}", "Did you mean 'today'?")]
    [InlineData("{|PB0102:{toady}|}", "Did you mean 'today'?")]
    public void A_wrong_one_is_found(string text, string message) => Check.Step($"description: \"{text}\"", message);

    [Fact]
    public void A_word_after_a_name_in_other_spelling_is_text() => Check.Step("description: \"{Now:playing} {NOW-x}\"");

    [Fact]
    public void A_failure_message_shows_how_one_ends() =>
        Check.Step("failure_message: \"No seat {|PB0108:<random|}:8 left\"", "write '<random:8>'");

    [Fact]
    public void A_failure_message_takes_them_in_angle_brackets() => Check.Step("failure_message: No seat on <today+3d> or {now:HH':'mm}");

    [Fact]
    public void The_name_of_a_parameter_takes_no_offset() => Check.File("""
        id: test
        parameters: [{ name: today }, { name: random }]
        steps:
          - { action: hover, selector: "#{today}", description: "{random} {|PB0107:{today+3d}|}" }
        """, "'today' is a value of this playbook");

    [Fact]
    public void No_step_stores_under_their_names() =>
        Check.Steps("- { action: extract, selector: a, store_as: {|PB0106:now|} }", "'now' is the name of a built-in.");

    [Fact]
    public void Urls_of_the_playbook_take_parameters_only() => Check.Head("start_url: \"/{|PB0102:{today}|}\"", "'today' can only be used in steps.");
}
