using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Playbooks.Server.Tests.Service;

namespace Playbooks.Server.Tests;

/// <summary>A service with options that would not work does not start, and says why.</summary>
public sealed class OptionsTests
{
    [Fact]
    public async Task Options_come_from_the_configuration()
    {
        await using var service = await RunningService.StartAsync(build: builder => Configure(builder, ("Playbooks:MaxConcurrentRuns", "7"), ("Playbooks:KeepAlive", "00:00:03"), ("Playbooks:Role", "Worker")));

        var options = service.Services.GetRequiredService<PlaybooksOptions>();
        Assert.Equal((7, TimeSpan.FromSeconds(3), PlaybooksRole.Worker), (options.MaxConcurrentRuns, options.KeepAlive, options.Role));
    }

    [Fact]
    public async Task A_mistyped_key_keeps_the_service_from_starting()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => RunningService.StartAsync(build: builder => Configure(builder, ("Playbooks:MaxConcurentRuns", "7"))));

        Assert.Contains("MaxConcurentRuns", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_would_not_work_is_told_at_once()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningService.StartAsync(options =>
        {
            options.Role = PlaybooksRole.Gateway;
            options.MaxConcurrentRuns = 0;
            options.MaxQueuedRuns = -1;
            options.RunTimeout = TimeSpan.FromHours(2);
            options.KeepAlive = TimeSpan.Zero;
        }));

        Assert.Collection(
            failure.Failures,
            text => Assert.StartsWith("Playbooks: A gateway that is not also a worker requires Workers", text, StringComparison.Ordinal),
            text => Assert.Equal("Playbooks: MaxConcurrentRuns must be from 1 to 1000, but is 0.", text),
            text => Assert.StartsWith("Playbooks: MaxQueuedRuns must be", text, StringComparison.Ordinal),
            text => Assert.StartsWith("Playbooks: RunTimeout must be", text, StringComparison.Ordinal),
            text => Assert.StartsWith("Playbooks: KeepAlive must be", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_without_playbooks_is_told_so_when_it_starts()
    {
        var failure = await Assert.ThrowsAsync<PlaybookException>(() => RunningService.StartAsync(options =>
        {
            options.Assemblies.Clear();
            options.Assemblies.Add(typeof(string).Assembly);
        }));

        Assert.Contains("has no playbooks", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pure_gateway_needs_no_playbooks()
    {
        await using var worker = await RunningService.StartAsync();
        await using var gateway = await RunningService.StartAsync(options =>
        {
            options.Role = PlaybooksRole.Gateway;
            options.Workers.Add(worker.Url);
            options.Assemblies.Clear();
            options.Assemblies.Add(typeof(string).Assembly);
        });

        Assert.Equal(await worker.Client.GetStringAsync("/playbooks"), await gateway.Client.GetStringAsync("/playbooks"));
    }

    [Fact]
    public async Task A_gateway_shows_its_workers_the_token_wherever_that_comes_from()
    {
        await using var worker = await RunningService.StartAsync(options => options.ApiKey = "long and random");
        await using var gateway = await RunningService.StartAsync(
            options =>
            {
                options.Role = PlaybooksRole.Gateway;
                options.Workers.Add(worker.Url);
            },
            builder => Configure(builder, (PlaybooksOptions.ApiKeyVariable, "long and random")));
        gateway.Client.DefaultRequestHeaders.Authorization = new("Bearer", "long and random");

        Assert.Contains("\"id\":\"greet\"", await gateway.Client.GetStringAsync("/playbooks"), StringComparison.Ordinal);
    }

    private static void Configure(WebApplicationBuilder builder, params (string Key, string Value)[] settings) =>
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
}
