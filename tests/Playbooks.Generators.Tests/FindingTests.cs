using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests;

/// <summary>What an author is told, as the compiler has it: place, severity, sentence, and the line that is meant.</summary>
public sealed class FindingTests
{
    [Fact]
    public void A_file_with_many_mistakes_tells_them_all_at_once() => Verify(nameof(A_file_with_many_mistakes_tells_them_all_at_once), new TestProject().With("/shop/orders.playbook.yaml", """
        id: orders
        tags: orders
        parameters:
          - { name: order_id, type: int, default: many }
          - { name: unused }
        steps:
          - id: search
            action: clik
            selector: "#q"
          - action: goto
            params: { url: "www.shop.test/{oder_id}" }
            failure_message: "Order <order> 😀 {order"
          - action: click
            selector: "text=\"Cancel"
            timeout_ms: 0
            on_failure: abort
            retry: { attempts: 2 }
        cases:
          - name: works
            with: { order_id: x }
        """));

    [Fact]
    public void A_place_counts_as_an_editor_does() => Verify(nameof(A_place_counts_as_an_editor_does), new TestProject().With("/shop/places.playbook.yaml",
        "\ufeffid: places\r\nsteps:\r\n  - action: wait_for\r\n    selector: \"😀\\u0041{a}\"\r\n  - action: wait_for\r\n    selector: |\r\n      text=one\r\n      two {b}\r\n  - {\taction: wait_for,\tselector: '#''{c}' }\r\n"));

    [Fact]
    public void Two_files_of_one_id_name_each_other() => Verify(nameof(Two_files_of_one_id_name_each_other), new TestProject()
        .With("/shop/a.playbook.yaml", "id: same\nsteps:\n  - { action: wait_for, selector: '#a' }\n")
        .With("/shop/b/b.playbook.yaml", "name: b\nid: same\nsteps:\n  - { action: wait_for, selector: '#a' }\n"));

    private static void Verify(string test, TestProject project)
    {
        var texts = project.Playbooks.ToDictionary(text => text.Path, text => text.GetText()!.ToString(), StringComparer.Ordinal);
        var written = new StringBuilder();
        foreach (var finding in project.Run().ShouldCompile().Findings
            .OrderBy(finding => finding.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(finding => finding.Location.SourceSpan.Start))
        {
            Write(written, finding, texts);
        }

        Snapshots.VerifyText(test, written.ToString());
    }

    private static void Write(StringBuilder written, Diagnostic finding, Dictionary<string, string> texts)
    {
        var place = finding.Location.GetLineSpan();
        var (start, end) = (place.StartLinePosition, place.EndLinePosition);
        var line = texts[place.Path].Split('\n').ElementAtOrDefault(start.Line)?.TrimEnd('\r') ?? string.Empty;
        var length = Math.Max(1, (end.Line == start.Line ? end.Character : line.Length) - start.Character);
        written
            .Append(CultureInfo.InvariantCulture, $"{place.Path}({start.Line + 1},{start.Character + 1})-({end.Line + 1},{end.Character + 1}) ")
            .Append(CultureInfo.InvariantCulture, $"{finding.Id} {finding.Severity.ToString().ToLowerInvariant()}: {finding.GetMessage(CultureInfo.InvariantCulture)}\n")
            .Append(CultureInfo.InvariantCulture, $"    {line}\n    {new string(' ', start.Character)}{new string('^', length)}\n");
    }
}
