namespace Playbooks.Cli;

/// <summary>The exit codes of all commands.</summary>
internal static class ExitCodes
{
    /// <summary>Everything is as it should be.</summary>
    public const int Success = 0;

    /// <summary>What was checked is not as it should be.</summary>
    public const int Failure = 1;

    /// <summary>The command could not do what it was asked: an argument is wrong, or a file does not exist.</summary>
    public const int Usage = 2;

    /// <summary>The command was stopped with Ctrl+C.</summary>
    public const int Stopped = 130;
}
