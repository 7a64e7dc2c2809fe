using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Microsoft.Playwright;
using Playbooks.Browsing;

namespace Playbooks.Benchmarks.Overhead;

/// <summary>A playbook beside the same calls written by hand in Playwright, on one page of one browser. Aim: under 5 % more.</summary>
[Config(typeof(InThisProcess))]
public class OverheadBenchmark
{
    private BrowserSession? browser;
    private OrderSite? site;
    private IPage? page;
    private RunOptions? options;

    [GlobalSetup]
    public async Task StartAsync()
    {
        site = await OrderSite.StartAsync();
        browser = await BrowserSession.StartAsync();
        page = await browser.Browser.NewPageAsync();
        // The calls by hand are not traced either.
        options = new() { BaseUrl = site.BaseUrl, OutputRoot = Path.Combine(Path.GetTempPath(), "playbooks-benchmarks"), Trace = TraceMode.Never };
    }

    [GlobalCleanup]
    public async Task StopAsync()
    {
        await browser!.DisposeAsync();
        await site!.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public async Task<string> ByHand()
    {
        await page!.GotoAsync(site!.BaseUrl + "/orders", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.Locator("#q").FillAsync("shoes");
        await page.Locator("#state").SelectOptionAsync(new SelectOptionValue { Label = "Open" });
        await page.Locator("#mine").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("Result for shoes");
        await page.Locator("#first").ClickAsync();
        var status = await page.Locator("#status").InnerTextAsync();
        return status == "Open" ? status : throw new InvalidOperationException(status);
    }

    [Benchmark]
    public Task<string> Playbook() => RunAsync(options!);

    /// <summary>The same, with another folder for its evidence.</summary>
    public Task<string> PlaybookAsync(string outputRoot) => RunAsync(options! with { OutputRoot = outputRoot });

    /// <summary>The same, traced or not.</summary>
    public Task<string> PlaybookAsync(TraceMode trace) => RunAsync(options! with { Trace = trace });

    private async Task<string> RunAsync(RunOptions with)
    {
        var run = await new PlaybookRunner(with).RunAsync(new OrderSearch(new("shoes")), page!);
        return run.Outputs.Status == "Open" ? run.Outputs.Status : throw new InvalidOperationException(run.Report);
    }

    // What BenchmarkDotNet would build for itself has no generator.
    private sealed class InThisProcess : ManualConfig
    {
        public InThisProcess() => AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(15).WithInvocationCount(1).WithUnrollFactor(1));
    }
}
