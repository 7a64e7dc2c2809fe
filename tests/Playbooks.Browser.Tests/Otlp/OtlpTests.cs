using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Playbooks.Browser.Tests.Playbooks;
using Playbooks.Browser.Tests.Site;

namespace Playbooks.Browser.Tests.Otlp;

/// <summary>A run in a real browser, watched as a host watches it.</summary>
public sealed class OtlpTests(PlaybookFixture playbooks, TestSite site, Collector collector)
    : IClassFixture<PlaybookFixture>, IClassFixture<TestSite>, IClassFixture<Collector>
{
    [Fact]
    public async Task A_run_s_spans_and_measurements_arrive_at_a_collector()
    {
        using var traces = Sdk.CreateTracerProviderBuilder().AddSource(Telemetry.Name).AddOtlpExporter(to => Send(to, collector.Traces)).Build();
        using var metrics = Sdk.CreateMeterProviderBuilder().AddMeter(Telemetry.Name).AddOtlpExporter(to => Send(to, collector.Metrics)).Build();

        var run = await playbooks.RunAsync(new StalePrimary(), options: new() { BaseUrl = site.BaseUrl }, request: new() { Case = "finds it by a fallback" });
        run.ShouldSucceed();
        Assert.True(traces.ForceFlush());
        Assert.True(metrics.ForceFlush());

        var spans = collector.Received(collector.Traces);
        Assert.All(
            ["RUN stale_primary", "step click", "resolve selector", "verify", "finds it by a fallback", "stale_primary.playbook.yaml", run.RunId.Text],
            text => Assert.Contains(text, spans, StringComparison.Ordinal));
        var measurements = collector.Received(collector.Metrics);
        Assert.All(
            ["playbooks.runs", "playbooks.steps", "playbooks.selectors.drifted", "playbooks.run.duration", "playbooks.step.duration", "stale_primary"],
            text => Assert.Contains(text, measurements, StringComparison.Ordinal));
        Assert.DoesNotContain(run.RunId.Text, measurements, StringComparison.Ordinal);
    }

    private static void Send(OtlpExporterOptions options, Uri to)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = to;
    }
}
