namespace Playbooks.Language.Tests.Markup;

/// <summary>Reads marked texts and demands exactly the marked findings.</summary>
internal static class Check
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="markup">The text with its marks.</param>
    /// <param name="messages">What the findings' messages must hold, in the order of the places.</param>
    public static PlaybookFile File(string markup, params string[] messages)
    {
        var marked = MarkupText.Parse(markup);
        var file = PlaybookReader.Read("test.playbook.yaml", marked.Text);
        Findings(marked, file.Findings, messages);
        return file;
    }

    /// <summary>Compares the findings in a text with its marks.</summary>
    public static void Findings(MarkupText marked, IReadOnlyCollection<Finding> findings, params string[] messages)
    {
        var found = findings.Select(finding => (finding.Id, finding.Span.Start, finding.Span.End)).Order().ToList();
        Assert.True(
            found.SequenceEqual(marked.Expected),
            $"The findings differ. Found:\n{MarkupText.Describe(findings)}\n\nThis would pass:\n{MarkupText.Mark(marked.Text, findings)}");
        foreach (var message in messages.Where(message => message.Length > 0))
        {
            Assert.True(
                findings.Any(finding => finding.Message.Contains(message, StringComparison.Ordinal)),
                $"No message holds \"{message}\":\n{MarkupText.Describe(findings)}");
        }

        foreach (var finding in findings)
        {
            AssertPlace(marked.Text, finding.Span);
        }
    }

    /// <summary>Reads steps under a playbook's head.</summary>
    public static PlaybookFile Steps(string steps, params string[] messages) =>
        File("id: test\nsteps:\n" + Indent(steps), messages);

    /// <summary>Reads a file and demands its findings' messages word for word, in the order of their places.</summary>
    public static PlaybookFile Exactly(string markup, params string[] messages)
    {
        var file = File(markup);
        Assert.Equal(messages, file.Findings.Select(finding => finding.Message));
        return file;
    }

    /// <summary>Reads steps under a playbook's head and demands their findings' messages word for word.</summary>
    public static PlaybookFile StepsExactly(string steps, params string[] messages) =>
        Exactly("id: test\nsteps:\n" + Indent(steps), messages);

    /// <summary>Reads a head above one step that does nothing.</summary>
    public static PlaybookFile Head(string head, params string[] messages) =>
        File("id: test\n" + head.TrimEnd('\n') + "\nsteps:\n  - { action: goto, params: { url: / } }\n", messages);

    /// <summary>Reads the keys of one click that something checks.</summary>
    public static PlaybookFile Step(string keys, params string[] messages) =>
        Steps("- action: hover\n  selector: a\n" + Indent(keys), messages);

    private static string Indent(string text) =>
        string.Join("\n", text.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? line : "  " + line)) + "\n";

    /// <summary>Line and column must say the same as the offset.</summary>
    private static void AssertPlace(string text, SourceSpan span)
    {
        Assert.Equal((span.StartLine, span.StartColumn), Place(text, span.Start));
        Assert.Equal((span.EndLine, span.EndColumn), Place(text, span.End));
    }

    private static (int Line, int Column) Place(string text, int offset)
    {
        var before = text[..offset].TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return (before.Count(character => character == '\n'), before.Length - (before.LastIndexOf('\n') + 1));
    }
}
