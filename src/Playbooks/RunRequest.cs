using System.Collections.ObjectModel;

namespace Playbooks;

/// <summary>Specifies the settings of a single run. The settings that all runs of a host share are in <see cref="RunOptions"/>.</summary>
public sealed record RunRequest
{
    /// <summary>Gets the id of the run. The default is a new id.</summary>
    public RunId? RunId { get; init; }

    /// <summary>Gets the name of the playbook's case that the run belongs to, or null. Reports show it, and a failure is compared with the last passed run of the same case.</summary>
    public string? Case { get; init; }

    /// <summary>Gets the expected result, which is evaluated as part of the run. If null, only <see cref="RunOptions.FailOn"/> applies.</summary>
    public RunExpectation? Expectation { get; init; }

    /// <summary>Gets the credentials of this run's login by their names. They take precedence over those of <see cref="RunOptions.Credentials"/>.</summary>
    public IReadOnlyDictionary<string, Secret> Credentials { get; init; } = ReadOnlyDictionary<string, Secret>.Empty;

    /// <summary>Gets the seed of <c>{uuid}</c> and <c>{random:8}</c>: any text. A run with the seed of another one has the same values. The default is a new seed, which the result contains.</summary>
    public string? Seed { get; init; }

    /// <summary>
    /// Gets whether the base URL was chosen by neither the playbook's author nor the owner of this process, but for example by a client of a
    /// service. The guardrails then treat its host like any other, and the run receives no credentials but <see cref="Credentials"/>. The
    /// default is false.
    /// </summary>
    public bool IsBaseUrlUntrusted { get; init; }
}
