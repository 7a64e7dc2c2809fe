using System.Text;
using Playbooks.Language.Model;
using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>PB0701 to PB0705 in a CSV file, and PB0705 on <c>cases_from</c>.</summary>
public sealed class CaseFileTests
{
    private const string Steps = "\nsteps:\n  - { action: goto, params: { url: / } }\n";

    [Fact]
    public void A_row_is_a_case()
    {
        var cases = CaseFileCheck.Rows(""""
            name,order_id,note,word,sizes,expect.order_status,expect.title,expect.failure,skip
            plain,+1,,,,,,,
            "all, of ""them""",2,a b,x,1; 2 ;3,7,"Two
            lines",not found,because
            """").Model.Cases;

        Assert.Equal(["plain", "all, of \"them\""], cases.Select(one => one.Name));
        Assert.Equal(["Plain", "All_of_them"], cases.Select(one => one.MethodName));
        Assert.Equal("order_id=1", Texts(cases[0].With));
        Assert.Equal("order_id=2 note=a b word=x sizes=1|2|3", Texts(cases[1].With));
        Assert.Equal("order_status=7 title=Two\nlines", Texts(cases[1].ExpectedOutputs));
        Assert.Equal("not found", cases[1].ExpectedFailure);
        Assert.Equal("because", cases[1].Skip);
        Assert.All(cases, one => Assert.True(one.IsRow));
        Assert.Equal((2, 0, 3, 24), (cases[1].Span.StartLine, cases[1].Span.StartColumn, cases[1].Span.EndLine, cases[1].Span.EndColumn));
    }

    [Fact]
    public void Cases_of_both_files_stand_together_those_of_the_playbook_first()
    {
        var file = CaseFileCheck.RowsOf(CaseFileCheck.Playbook + "cases:\n  - { name: works, with: { order_id: 1 } }\n", "name,order_id\nWorks,2\n");

        Assert.Equal(["works", "Works"], file.Model.Cases.Select(one => one.Name));
        Assert.Equal(["Works", "Works_2"], file.Model.Cases.Select(one => one.MethodName));
        Assert.Equal([false, true], file.Model.Cases.Select(one => one.IsRow));
    }

    [Theory]
    [InlineData("name,order_id,note\na,1,{|PB0703:A|}", "'A' does not match the pattern of 'note'")]
    [InlineData("name,order_id\na,{|PB0703:x|}", "'order_id' must be a whole number; 'x' does not fit.")]
    [InlineData("name,order_id\na,{|PB0703: 1|}", "' 1' does not fit")]
    [InlineData("name,order_id\na,{|PB0703:4|}", "'4' is not one of the choices of 'order_id': 1, 2, 3.")]
    [InlineData("name,order_id\na,{|PB0703:\"\"|}", "'order_id' must be a whole number")]
    [InlineData("name,order_id,sizes\na,1,\"1; {|PB0703:b|}\"", "'b'")]
    [InlineData("name,order_id,sizes\na,1,{|PB0703:|}1;", "'sizes'")]
    [InlineData("name,order_id,expect.order_status\na,1,{|PB0703:x|}", "The output 'order_status' must be a whole number; 'x' does not fit.")]
    [InlineData("name,order_id,note\na,{|PB0701:|},x", "The case is missing the required parameter 'order_id'.")]
    [InlineData("name,order_id\n{|PB0705:|},1", "The case has no name: this cell is empty.")]
    [InlineData("name,order_id\na,1\n{|PB0704:a|},2", "There is already a case 'a'.")]
    [InlineData("name,order_id,expect.failure\na,1,{|PB0404:\" \"|}", "Every error contains whitespace.")]
    public void A_cell_is_wrong(string csv, string message) => CaseFileCheck.Rows(csv, message);

    [Theory]
    [InlineData("name,{|PB0702:Order|}\na,1", "Unknown column 'Order'. Did you mean 'order_id'?")]
    [InlineData("name,{|PB0702: order_id|}\na,1", "Unknown column ' order_id'. Did you mean 'order_id'? Remove the spaces around it.")]
    [InlineData("name,{|PB0702:order\u2013id|}\na,1", "Did you mean 'order_id'? Character 6 is U+2013 (looks like '-').")]
    [InlineData("{|PB0702:nmae|},order_id\n,1", "Did you mean 'name'?")]
    [InlineData("name,order_id,{|PB0702:zzzzzzzz|}\na,1,x", "Unknown column 'zzzzzzzz'. Use one of: name, order_id, note, word, sizes, expect.order_status, expect.title, expect.failure, skip.")]
    [InlineData("name,order_id,{|PB0702:expect.titel|}\na,1,x", "Did you mean 'expect.title'?")]
    [InlineData("name,order_id,{|PB0702:expect.at_step|}\na,1,x", "Unknown column 'expect.at_step'.")]
    [InlineData("name,order_id,{|PB0705:order_id|}\na,1,x", "The column 'order_id' is repeated.")]
    [InlineData("name,order_id,{|PB0705:with.order_id|}\na,1,x", "The column 'with.order_id' is repeated.")]
    [InlineData("name,order_id,{|PB0702:oder_id|}\na,1,x", "Did you mean 'order_id'?")]
    [InlineData("name,order_id,{|PB0705:|}\na,1,x", "Column 3 has no name.")]
    [InlineData("name,order_id,{|PB0705: |}\na,1,x", "Column 3 has no name.")]
    [InlineData("{|PB0705:order_id|}\n1", "The header row has no column 'name', which names the cases.")]
    [InlineData("{|PB0701:name,note|}\na,x\nb,y", "The header row is missing the required parameter 'order_id'.")]
    [InlineData("{|PB0705:name;order_id|}\na;1", "The cells are separated by semicolons. Separate them with commas, and save the file as UTF-8.")]
    [InlineData("{|PB0705:\"name\";\"order_id\"|}\n\"a\";1", "separated by semicolons")]
    [InlineData("{|PB0705:name\torder_id|}\na\t1", "separated by tabs")]
    [InlineData("{|PB0705:name|order_id|}\na|1", "separated by vertical bars")]
    [InlineData("{|PB0705:sep=,|}\nname,order_id\na,1", "Remove the line 'sep=,'.")]
    [InlineData("name,{|PB0705:\"|}order_id\na,1", "This quote is not closed.")]
    public void A_header_row_is_wrong(string csv, string message) => CaseFileCheck.Rows(csv, message);

    [Theory]
    [InlineData("name,order_id\n{|PB0705:a|}\nb,1", "The row has 1 cell, but the header row has 2. An empty cell needs its comma, too.")]
    [InlineData("name,order_id\na,1,{|PB0705:x,y|}\nb,1", "The row has 4 cells, but the header row has 2. Put a cell that contains a comma in quotes.")]
    [InlineData("name,order_id\na,1\n{|PB0705:\"|}b,1\nc,1\n", "This quote is not closed.")]
    [InlineData("name,order_id\n{|PB0705:\"|}b,1\n\"c\",1\n", "This quote is closed only on line 3")]
    [InlineData("name,order_id\n\"b\"{|PB0705: |},x\nc,1\n", "Only a comma or the end of the line can follow the closing quote.")]
    [InlineData("name,order_id\n5{|PB0705:\"|} pipe,x\nc,1\n", "A cell that contains a quote must be in quotes, and the quote must be doubled")]
    [InlineData("name,order_id,note\na,1, {|PB0705:\"|}x\"\nb,1,x\n", "Remove the space before the quote.")]
    public void A_row_is_no_CSV(string csv, string message) => CaseFileCheck.Rows(csv, message);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("\uFEFF")]
    [InlineData(",,\n")]
    public void A_file_that_says_nothing_is_empty(string csv)
    {
        var start = csv.StartsWith('\uFEFF') ? 1 : 0;
        CaseFileCheck.Rows(csv.Insert(start, "{|PB0705:|}"), "The file is empty. Its first row names the columns: name,order_id,note");
    }

    [Fact]
    public void A_file_without_rows_has_no_cases() =>
        CaseFileCheck.Rows("{|PB0705:|}name,order_id\n", "The file has no rows below its header row");

    [Theory]
    [InlineData("name,order_id\na,1")]
    [InlineData("name,order_id\r\na,1\r\n")]
    [InlineData("name,order_id\ra,1\r")]
    [InlineData("\uFEFFname,order_id\na,1\n\n\n")]
    [InlineData("\"name\",\"order_id\"\n\"a\",\"1\"\n,\n")]
    [InlineData("order_id,name\n\n1,a\n")]
    [InlineData("name,with.order_id\na,1\n")]
    public void A_file_is_right(string csv)
    {
        var test = Assert.Single(CaseFileCheck.Rows(csv).Model.Cases);

        Assert.Equal("a", test.Name);
        Assert.Equal("order_id=1", Texts(test.With));
    }

    [Fact]
    public void An_empty_cell_is_not_given_and_one_with_quotes_is_the_empty_text()
    {
        var cases = CaseFileCheck.Rows("name,order_id,note,sizes,expect.title,skip\na,1,,,,\nb,1,\"\",\"\",\"\",\"\"\n").Model.Cases;

        Assert.Equal("order_id=1", Texts(cases[0].With));
        Assert.Empty(cases[0].ExpectedOutputs);
        Assert.Null(cases[0].Skip);
        Assert.Equal("order_id=1 note= sizes=", Texts(cases[1].With));
        Assert.Equal("title=", Texts(cases[1].ExpectedOutputs));
        Assert.Equal(string.Empty, cases[1].Skip);
    }

    [Fact]
    public void Line_breaks_in_a_cell_are_the_same_on_every_system() =>
        Assert.Equal("title=a\nb\nc", Texts(CaseFileCheck.Rows("name,order_id,expect.title\r\nx,1,\"a\r\nb\nc\"\r\n").Model.Cases[0].ExpectedOutputs));

    [Fact]
    public void Items_of_a_list_may_contain_quotes_and_commas()
    {
        const string Playbook = "id: test\nparameters: [{ name: words, type: list, items: string }]\nsteps: [{ action: goto, params: { url: '/{words}' } }]\ncases_from: data/orders.cases.csv\n";

        Assert.Equal("words=a, b|\"c\"||d", Texts(CaseFileCheck.RowsOf(Playbook, "name,words\nx,\"a, b; \"\"c\"\" ;;d\"\n").Model.Cases[0].With));
    }

    [Fact]
    public void A_parameter_with_the_name_of_another_column_has_a_column_of_its_own()
    {
        const string Playbook = "id: test\nparameters: [{ name: name }, { name: skip, required: false }]\nsteps: [{ action: goto, params: { url: '/{name}/{skip}' } }]\ncases_from: data/orders.cases.csv\n";

        Assert.Equal("name=Ann skip=no", Texts(CaseFileCheck.RowsOf(Playbook, "name,with.name,with.skip\nx,Ann,no\n").Model.Cases[0].With));
        CaseFileCheck.RowsOf(Playbook, "{|PB0701:name|}\nx\n", "The header row is missing the required parameter 'name'. The column for this parameter is named 'with.name'.");
    }

    [Fact]
    public void A_secret_is_kept_as_its_value_and_as_the_file_writes_it() =>
        Assert.Equal(
            ["plain", "with \"quotes\"", "with \"\"quotes", "two\nlines", "two\r\nlines"],
            CaseFileCheck.Rows("name,order_id,word\r\na,1,plain\r\nb,1,\"with \"\"quotes\"\"\"\r\nc,1,\"two\r\nlines\"\r\nd,1,\r\n").Model.CaseSecrets());

    [Fact]
    public void Names_are_unique_among_both_files() =>
        CaseFileCheck.RowsOf(CaseFileCheck.Playbook + "cases:\n  - { name: works, with: { order_id: 1 } }\n", "name,order_id\n{|PB0704:works|},2\n", "There is already a case 'works'.");

    [Fact]
    public void A_case_with_findings_is_left_out_and_the_playbook_has_errors()
    {
        var model = CaseFileCheck.Rows("name,order_id\na,{|PB0703:x|}\nb,1\n").Model;

        Assert.Equal(["b"], model.Cases.Select(one => one.Name));
        Assert.True(model.HasErrors);
    }

    [Fact]
    public void What_a_broken_declaration_says_is_not_judged()
    {
        var file = CaseFileCheck.Read(
            "id: test\nparameters:\n  - { name: a, type: zzzzzz }\n  - { type: int }\nsteps:\n  - { action: goto, params: { url: '/{a}' } }\ncases_from: data/orders.cases.csv\n",
            new CaseFile("/shop/data/orders.cases.csv", "name,a,whatever\nx,[,\ny,1,2\n"));

        Assert.Empty(file.CaseFileFindings);
    }

    [Fact]
    public void Ten_thousand_rows_are_enough()
    {
        var rows = string.Concat(Enumerable.Range(1, 10_000).Select(number => $"{number},1\n"));

        Assert.Equal(10_000, CaseFileCheck.Rows("name,order_id\n\n" + rows).Model.Cases.Count);
        CaseFileCheck.Rows("name,order_id\n" + rows + "{|PB0008:last,x|}\nnot,read,either\n", "10,000 rows");
    }

    [Fact]
    public void A_comment_for_the_whole_playbook_is_for_its_cases_as_well()
    {
        CaseFileCheck.RowsOf("# playbooks: disable PB0404\n" + CaseFileCheck.Playbook, "name,order_id,expect.failure\na,1,\" \"\nb,{|PB0703:x|},\n");
        CaseFileCheck.RowsOf(
            CaseFileCheck.Playbook.Replace("parameters:", "# playbooks: disable PB0404\nparameters: # playbooks: disable PB0703", StringComparison.Ordinal),
            "name,order_id,expect.failure\na,1,{|PB0404:\" \"|}\nb,{|PB0703:x|},\n");
    }

    [Theory]
    [InlineData("name,order_id\n\u00e4,1\n", "iso-8859-1", 14, "The file is not UTF-8: it was read as iso-8859-1. Save it as UTF-8.")]
    [InlineData("name,order_id\na\uFFFD,x\n", "utf-8", 15, "It was probably saved as Windows-1252; save it as UTF-8.")]
    [InlineData("n\0a\0m\0e\0", "utf-8", 1, "The file seems to be UTF-16 without a byte order mark.")]
    public void Other_encodings_are_reported_once(string csv, string encoding, int offset, string message)
    {
        var file = CaseFileCheck.Read(CaseFileCheck.Playbook, CaseFile.From("/shop/data/orders.cases.csv", csv, Encoding.GetEncoding(encoding)));

        var finding = Assert.Single(file.CaseFileFindings);
        Assert.Equal(("PB0705", offset), (finding.Id, finding.Span.Start));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cases_from: {|PB0705:orders.csv|}", "The name of a case file must end with '.cases.csv'")]
    [InlineData("cases_from: {|PB0705:/data/orders.cases.csv|}", "The path must be relative")]
    [InlineData("cases_from: {|PB0705:'C:\\data\\orders.cases.csv'|}", "The path must be relative")]
    [InlineData("{|PB0004:cases_from|}:", "'cases_from' must be text, but is empty.")]
    [InlineData("cases_from: {|PB0004:[orders.cases.csv]|}", "")]
    [InlineData("{|PB0002:case_from|}: orders.cases.csv", "Did you mean 'cases_from'?")]
    [InlineData("cases_from: orders.cases.csv", "")]
    [InlineData("cases_from: ..\\data\\Orders.Cases.csv", "")]
    public void A_playbook_alone_is_judged_by_the_form_of_the_path(string key, string message) => Check.File("id: test\n" + key + Steps, message);

    [Theory]
    [InlineData("nothing.cases.csv", "The project has no file 'nothing.cases.csv'. Paths are relative to the playbook's file.")]
    [InlineData("data/order.cases.csv", "The project has no file 'data/order.cases.csv'. Did you mean 'data/orders.cases.csv'?")]
    [InlineData("data/Orders.cases.csv", "Did you mean 'data/orders.cases.csv'?")]
    [InlineData("users.cases.csv", "Did you mean '../other/users.cases.csv'?")]
    public void The_project_must_have_the_file(string path, string message)
    {
        var file = CaseFileCheck.Read($"id: test\ncases_from: {path}{Steps}", new CaseFile("/shop/data/orders.cases.csv", ""), new CaseFile("/other/users.cases.csv", ""));

        var finding = Assert.Single(file.Findings);
        Assert.Equal(("PB0705", 1, 12), (finding.Id, finding.Span.StartLine, finding.Span.StartColumn));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.Empty(file.CaseFileFindings);
        Assert.True(file.Model.HasErrors);
    }

    [Theory]
    [InlineData("orders.cases.csv", "/shop/orders.cases.csv")]
    [InlineData("./a/../orders.cases.csv", "/shop/orders.cases.csv")]
    [InlineData("../orders.cases.csv", "/orders.cases.csv")]
    [InlineData("data\\orders.cases.csv", "/shop/data/orders.cases.csv")]
    [InlineData("orders.cases.csv", "/shop/x/../orders.cases.csv")]
    public void A_path_is_relative_to_the_playbook(string written, string path)
    {
        var file = CaseFileCheck.Read($"id: test\ncases_from: {written}{Steps}", new CaseFile(path, "name\na\n"));

        Assert.Equal("a", Assert.Single(file.Model.Cases).Name);
        Assert.Equal(new(written, path) { Text = "name\na\n" }, file.Model.CaseFile);
    }

    [Fact]
    public void A_playbook_that_was_not_read_to_its_end_leaves_its_cases_unread()
    {
        var file = CaseFileCheck.Read("id: test\ncases_from: data/orders.cases.csv\nsteps: [", new CaseFile("/shop/data/orders.cases.csv", "zzz"));

        Assert.Equal(["PB0001"], file.Findings.Select(finding => finding.Id));
        Assert.Empty(file.CaseFileFindings);
    }

    [Fact]
    public void A_finding_in_the_file_has_its_path() =>
        Assert.Equal(
            [("/shop/data/orders.cases.csv", "PB0703")],
            CaseFileCheck.Rows("name,order_id\na,{|PB0703:x|}\n").FindCaseFileFindings().Select(found => (found.Path, found.Finding.Id)));

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var alone = PlaybookReader.Read("/shop/test.playbook.yaml", CaseFileCheck.Playbook);

        Assert.ThrowsAny<OperationCanceledException>(() => PlaybookReader.ReadLinked(alone, null, new(new("/shop/data/orders.cases.csv", "name\na\n"), null), source.Token));
    }

    private static string Texts(IEnumerable<CaseValue> values) =>
        string.Join(' ', values.Select(value => value.Name + "=" + string.Join('|', value.Value.Items)));
}
