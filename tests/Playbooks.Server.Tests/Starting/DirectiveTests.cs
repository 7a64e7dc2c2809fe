using Playbooks.Server.Starting;

namespace Playbooks.Server.Tests.Starting;

/// <summary>What a directive says of a parameter, which no playbook of the tests' project has.</summary>
public sealed class DirectiveTests
{
    [Theory]
    [InlineData(@"#?(\d{3,})", "please cancel order #456 today", "456")]
    [InlineData(@"#?(\d{3,})", "please cancel order 456 today", "456")]
    [InlineData(@"#?\d{3,}", "please cancel order #456 today", "#456")]
    [InlineData(@"(?:order|#)(?<number>\d+)", "cancel #456", "456")]
    [InlineData(@"(A)?-(\d+)", "cancel -456", "-456")]
    public void Value_is_the_first_group_of_the_pattern_if_there_is_one(string pattern, string directive, string value) =>
        Assert.Equal(value, Directive.Read(directive, Playbook(pattern))["order_id"]);

    private static PlaybookInfo Playbook(string pattern) => new()
    {
        Id = "cancel",
        Name = "Cancel",
        Source = new("/cancel.playbook.yaml", ""u8.ToArray()),
        Steps = [],
        Parameters = [new() { Name = "order_id", Pattern = pattern }],
    };
}
