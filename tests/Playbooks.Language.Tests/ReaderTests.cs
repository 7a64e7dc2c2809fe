using Playbooks.Language.Model;

namespace Playbooks.Language.Tests;

public sealed class ReaderTests
{
    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => PlaybookReader.Read("x", "id: a\n", source.Token));
    }

    [Fact]
    public void A_fault_of_ours_is_a_finding_at_the_first_character()
    {
        var file = PlaybookReader.Read("my_file.playbook.yaml", null!);

        var finding = Assert.Single(file.Findings);
        Assert.Equal("PB0901", finding.Id);
        Assert.Equal(default, finding.Span);
        Assert.Contains("Please report this message together with the file.", finding.Message, StringComparison.Ordinal);
        Assert.Equal("MyFile", file.Model.ClassName);
        Assert.True(file.Model.HasErrors);
    }

    [Fact]
    public void Findings_come_in_the_order_of_their_places()
    {
        var findings = PlaybookReader.Read("x", "zz: 1\nid: A\nsteps:\n  - action: clik\n  - action: goto\n    params: { url: x, zz: 1 }\n").Findings;

        Assert.Equal(["PB0002", "PB0007", "PB0201", "PB0205", "PB0203"], findings.Select(finding => finding.Id));
    }

    [Fact]
    public void Half_a_mebibyte_of_mistakes_is_read_in_one_go()
    {
        var file = PlaybookReader.Read("x", "id: x\nsteps: [{ action: hover, selector: a, description: '" + string.Concat(Enumerable.Repeat("{ run_id }", 50_000)) + "' }]\n");

        Assert.Equal(50_000, file.Findings.Count);
    }

    [Fact]
    public void The_model_holds_all_that_was_written()
    {
        var model = PlaybookReader.Read("cancel_order.playbook.yaml", Corpus.Text("cancel_order.playbook.yaml")).Model;

        Assert.Equal(("cancel_order", "CancelOrder", "Cancel Order"), (model.Id, model.ClassName, model.Name));
        Assert.Equal(["orders", "cancel order"], model.Tags);
        Assert.Equal(["order_id:Int:True", "note:String:False"], model.Parameters.Select(parameter => $"{parameter.Name}:{parameter.Type}:{parameter.Required}"));
        Assert.Equal(["order_status:OrderStatus:2"], model.StoredValues.Select(value => $"{value.Name}:{value.PropertyName}:{value.StepNumber}"));
        var search = (ActionStepModel)model.Steps[1];
        Assert.Equal(("2", "search", "Search", "extract"), (search.Address.ToString(), search.Id, search.ClassName, search.Action));
        Assert.Equal(["#status", "td.status"], search.Selector!.Candidates.Select(candidate => candidate.Raw));
        Assert.Equal(
            [new LiteralPart("Order "), new ValuePart("order_id"), new LiteralPart(" was not found at "), new ValuePart("base_url")],
            search.FailureMessage!.Parts);
        Assert.Equal(["cancels an open order", "says which order is missing", "is skipped"], model.Cases.Select(one => one.Name));
        Assert.Equal((2, "Order 999 was not found"), (model.Cases[1].AtStep, model.Cases[1].ExpectedFailure));
    }
}
