using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Playbooks;
using Playbooks.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Provides extension methods to run playbooks in a program with dependency injection.</summary>
public static class PlaybooksServiceCollectionExtensions
{
    /// <summary>
    /// Adds a <see cref="PlaybookRunner"/> and its <see cref="RunOptions"/>. By default, the options have the program's logger and
    /// <see cref="TimeProvider"/>, and the <see cref="IRecoveryAgent"/>, the <see cref="ITextModel"/>, and the
    /// <see cref="IStepListener"/>s that are registered as services. Invalid options keep a host from starting.
    /// </summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="configure">Returns the options to use, such as <c>options => options with { BaseUrl = "http://localhost:5000" }</c>. If this method is called again, the function of the later call receives the result.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddPlaybooks(this IServiceCollection services, Func<RunOptions, RunOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<RunOptions>().ValidateOnStart();
        services.TryAddTransient<IOptionsFactory<RunOptions>, RunOptionsFactory>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RunOptions>, RunOptionsValidation>());
        services.TryAddSingleton(static provider => new PlaybookRunner(provider.GetRequiredService<IOptions<RunOptions>>().Value));
        return configure is null ? services : services.AddSingleton(new RunOptionsChange(configure));
    }

    /// <inheritdoc cref="AddPlaybooks(IServiceCollection, Func{RunOptions, RunOptions})"/>
    /// <param name="services">The services of the program.</param>
    /// <param name="section">
    /// The configuration of the options that are strings, numbers, or durations, such as <c>configuration.GetSection("Playbooks:Run")</c>. Its keys
    /// are the names of the properties of <see cref="RunOptions"/>. A key that is not an option is an error.
    /// </param>
    /// <param name="configure">Returns the options to use. Receives the options of the configuration.</param>
    public static IServiceCollection AddPlaybooks(this IServiceCollection services, IConfiguration section, Func<RunOptions, RunOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.AddSingleton(new RunOptionsChange(options => RunOptionsSection.Apply(section, options)));
        return services.AddPlaybooks(configure);
    }
}
