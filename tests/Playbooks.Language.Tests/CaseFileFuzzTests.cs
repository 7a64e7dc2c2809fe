using System.Text;
using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests;

/// <summary>No file of cases, however broken, may make the reader throw, or give a finding that lies outside its text.</summary>
public sealed class CaseFileFuzzTests
{
    private const string Good = "name,order_id,note,word,sizes,expect.order_status,expect.title,expect.failure,skip\r\na,1,x,\"se \"\"cret\",1;2,3,,\"not, found\",\r\n\"b\nc\",2,\"\",,\"\",,t,,why\n";

    private static readonly string[] Fragments =
        ["\"", "\"\"", ",", ",,", "\n", "\r", "\r\n", ";", "\t", " ", "\0", "\uFEFF", "\uFFFD", "\ud83d", "\u2028", "name", "order_id", "with.note", "expect.", "expect.title", "1", "-", "sep=;\n"];

    [Fact]
    public void Any_damage_to_a_good_file_can_be_read()
    {
        var random = new Random(20250101);
        for (var round = 0; round < 1500; round++)
        {
            AssertReadable(Damage(random));
        }
    }

    [Fact]
    public void Cutting_a_file_anywhere_can_be_read()
    {
        for (var length = 0; length <= Good.Length; length++)
        {
            AssertReadable(Good[..length]);
        }
    }

    private static string Damage(Random random)
    {
        var damaged = new StringBuilder(Good);
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(damaged.Length);
            var length = Math.Min(random.Next(1, 12), damaged.Length - at);
            if (random.Next(3) == 0)
            {
                damaged.Remove(at, length).Append('\n');
            }

            damaged.Insert(Math.Min(at, damaged.Length), Fragments[random.Next(Fragments.Length)]);
        }

        return damaged.ToString();
    }

    private static void AssertReadable(string csv)
    {
        var file = CaseFileCheck.Read(CaseFileCheck.Playbook, new CaseFile("/shop/data/orders.cases.csv", csv));

        Assert.True(file.Findings.Count == 0, MarkupText.Describe(file.Findings) + "\n--- text:\n" + csv);
        foreach (var finding in file.CaseFileFindings)
        {
            Assert.InRange(finding.Span.Start, 0, Math.Max(csv.Length, 1));
            Assert.InRange(finding.Span.End, finding.Span.Start, Math.Max(csv.Length, 1));
        }

        Assert.True(file.CaseFileFindings.Count == file.CaseFileFindings.Distinct().Count(), "Said twice:\n" + MarkupText.Describe(file.CaseFileFindings) + "\n--- text:\n" + csv);
        Assert.Equal(file.Model.Cases.Count, file.Model.Cases.Select(one => one.MethodName).Distinct().Count());
        Assert.Equal(file.Model.HasErrors, file.CaseFileFindings.Any(finding => finding.Rule.Severity == FindingSeverity.Error));
    }
}
