using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Playbooks.Tests.Hosting;

/// <summary>A program with dependency injection gets a runner whose options come from its code, its configuration, and its services.</summary>
public sealed class AddPlaybooksTests
{
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "BaseUlr", "http://localhost", "Unknown configuration key 'Playbooks:Run:BaseUlr'. Did you mean 'BaseUrl'?" },
        { "Zzz", "1", "Unknown configuration key 'Playbooks:Run:Zzz'. Use one of BaseUrl, SessionsFolder, OutputRoot, Retention, FailOn, Trace, Screenshots, Guardrails, Timeout." },
        { "Retention:MaxAges", "1", "Unknown configuration key 'Playbooks:Run:Retention:MaxAges'. Did you mean 'MaxAge'?" },
        { "Timeout", "soon", "The configuration key 'Playbooks:Run:Timeout' must be a duration, such as 00:02:00, not 'soon'." },
        { "Timeout", "120", "The configuration key 'Playbooks:Run:Timeout' must be a duration, such as 00:02:00, not '120'." },
        { "Timeout:Minutes", "2", "The configuration key 'Playbooks:Run:Timeout' must be a duration, such as 00:02:00, not a section." },
        { "Trace", "sometimes", "The configuration key 'Playbooks:Run:Trace' must be one of OnFailure, Always, Never, not 'sometimes'." },
        { "Trace", "1", "The configuration key 'Playbooks:Run:Trace' must be one of OnFailure, Always, Never, not '1'." },
        { "FailOn", "Flaky, Slow", "The configuration key 'Playbooks:Run:FailOn' must be any combination of None, Flaky, Recovered, Drift, not 'Flaky, Slow'." },
        { "Guardrails:MaxUrlsVisited", "0", "The configuration key 'Playbooks:Run:Guardrails:MaxUrlsVisited' must be a whole number from 1 to 10000, not '0'." },
        { "Guardrails:AllowPrivateNetworks", "yes", "The configuration key 'Playbooks:Run:Guardrails:AllowPrivateNetworks' must be true or false, not 'yes'." },
        { "BaseUrl", "localhost", "The option BaseUrl 'localhost' is not an absolute http or https URL, such as http://localhost:5000." },
        { "Timeout", "00:00:00", "The option Timeout must be greater than zero. Omit it to run without a time limit." },
    };

    [Fact]
    public void Options_come_from_the_configuration()
    {
        var section = Section(
            ("BaseUrl", "http://localhost:5000"),
            ("outputroot", "/runs"),
            ("Timeout", "00:02:00"),
            ("Trace", "always"),
            ("Screenshots", "EachAction"),
            ("FailOn", "Flaky, Drift"),
            ("Retention:MaxAge", "7.00:00:00"),
            ("Retention:MaxCount", ""),
            ("Guardrails:AllowedDomains:0", "*.example.com"),
            ("Guardrails:MaxUrlsVisited", "7"));

        var options = Resolve(services => services.AddPlaybooks(section));

        Assert.Equal(("http://localhost:5000", "/runs", TimeSpan.FromMinutes(2)), (options.BaseUrl, options.OutputRoot, options.Timeout));
        Assert.Equal((TraceMode.Always, ScreenshotMode.EachAction, FailOn.Flaky | FailOn.Drift), (options.Trace, options.Screenshots, options.FailOn));
        Assert.Equal(Retention.Default with { MaxAge = TimeSpan.FromDays(7), MaxCount = null }, options.Retention);
        Assert.Equal(["*.example.com"], options.Guardrails!.AllowedDomains);
        Assert.Equal(7, options.Guardrails.MaxUrlsVisited);
    }

    [Fact]
    public void Without_a_configuration_every_option_has_its_default()
    {
        using var provider = Build(static services => services.AddPlaybooks());

        Assert.Equal(new RunOptions { Listeners = [] }, provider.GetRequiredService<IOptions<RunOptions>>().Value with { Listeners = [] });
        Assert.Same(provider.GetRequiredService<PlaybookRunner>(), provider.GetRequiredService<PlaybookRunner>());
    }

    [Fact]
    public void Code_changes_what_the_configuration_says_and_later_calls_change_that()
    {
        var options = Resolve(services => services
            .AddPlaybooks(Section(("BaseUrl", "http://localhost:1"), ("Trace", "Always")), static options => options with { BaseUrl = options.BaseUrl + "2" })
            .AddPlaybooks(static options => options with { BaseUrl = options.BaseUrl + "3" }));

        Assert.Equal(("http://localhost:123", TraceMode.Always), (options.BaseUrl, options.Trace));
    }

    [Fact]
    public void Logger_clock_and_extensions_are_the_services_of_the_program()
    {
        var clock = new Clock();
        var listener = new Listener();

        var options = Resolve(services => services.AddLogging().AddSingleton<TimeProvider>(clock).AddSingleton<IStepListener>(listener).AddPlaybooks());

        Assert.NotNull(options.Logger);
        Assert.Same(clock, options.TimeProvider);
        Assert.Same(listener, Assert.Single(options.Listeners));
    }

    [Fact]
    public void Code_replaces_the_services_of_the_program()
    {
        var options = Resolve(static services => services.AddLogging().AddPlaybooks(static options => options with { Logger = NullLogger.Instance }));

        Assert.Same(NullLogger.Instance, options.Logger);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_keeps_a_host_from_starting_and_says_what_to_write(string key, string value, string sentence)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddPlaybooks(Section((key, value)));
        using var host = builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal([sentence], failure.Failures);
        Assert.Throws<OptionsValidationException>(() => host.Services.GetRequiredService<PlaybookRunner>());
    }

    [Fact]
    public void All_mistakes_are_reported_at_once()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Resolve(static services => services.AddPlaybooks(Section(("Timeout", "soon"), ("Trace", "maybe")))));

        Assert.Equal(2, failure.Failures.Count());
    }

    [Fact]
    public void Every_option_that_is_a_text_a_number_or_a_time_has_a_key()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Resolve(static services => services.AddPlaybooks(Section(("Zzz", "1"), ("Retention:Zzz", "1"), ("Guardrails:Zzz", "1")))));

        var all = string.Join(' ', failure.Failures);
        Assert.All(
            typeof(Guardrails).GetProperties().Concat(typeof(Retention).GetProperties().Where(static property => property.CanWrite)),
            property => Assert.Contains(property.Name, all, StringComparison.Ordinal));
    }

    private static IConfigurationSection Section(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(static each => KeyValuePair.Create("Playbooks:Run:" + each.Key, (string?)each.Value)))
        .Build()
        .GetSection("Playbooks:Run");

    private static ServiceProvider Build(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        add(services);
        return services.BuildServiceProvider();
    }

    private static RunOptions Resolve(Action<IServiceCollection> add)
    {
        using var provider = Build(add);
        _ = provider.GetRequiredService<PlaybookRunner>();
        return provider.GetRequiredService<IOptions<RunOptions>>().Value;
    }

    private sealed class Clock : TimeProvider;

    private sealed class Listener : IStepListener;
}
