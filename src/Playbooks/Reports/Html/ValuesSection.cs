namespace Playbooks.Reports.Html;

/// <summary>Renders the parameters and the outputs of the run.</summary>
internal sealed class ValuesSection(ReportedRun run)
{
    public void Write(HtmlText html)
    {
        var outputs = run.Run.End?.Outputs.Select(static one => KeyValuePair.Create(one.Name, one.Text)).ToList() ?? [.. run.Run.Status.Outputs];
        var fresh = run.Run.End?.Values ?? [];
        if (run.Header.Parameters.Count == 0 && fresh.Count == 0 && outputs.Count == 0 && run.Run.Status.LargeValues.Count == 0)
        {
            return;
        }

        html.Markup("""<section id="values" aria-labelledby="values-title"><div class="wide"><h2 id="values-title">Values</h2>""");
        if (run.Header.Parameters.Count > 0)
        {
            html.Markup("<h3>Parameters</h3>");
            html.Values(run.Header.Parameters.Select(static one => KeyValuePair.Create(one.Name, one.Text)));
        }

        if (fresh.Count > 0)
        {
            html.Markup("<h3>Built-in values</h3>");
            html.Values([.. fresh.Select(static one => KeyValuePair.Create(one.Name, one.Text)), KeyValuePair.Create("seed", run.Header.Seed ?? string.Empty)]);
        }

        if (outputs.Count > 0)
        {
            html.Markup("<h3>Outputs</h3>");
            html.Values(outputs);
        }

        foreach (var value in run.Run.Status.LargeValues)
        {
            html.Write($"""<p class="whole">All of {value.Name}: <a href="{value.File}">{value.File}</a>, {value.Length} characters</p>""");
        }

        html.Markup("</div></section>\n");
    }
}
