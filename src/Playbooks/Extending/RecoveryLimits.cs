namespace Playbooks;

/// <summary>Limits what all recoveries of one run may use together.</summary>
public sealed record RecoveryLimits
{
    /// <summary>Gets the maximum number of actions and of steps reported as done. The default is 100.</summary>
    public int Actions { get; init; } = 100;

    /// <summary>Gets the maximum time. The default is 10 minutes.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets the maximum number of input and output tokens, after which no further recovery begins. If null (the default), tokens are not limited.</summary>
    public long? Tokens { get; init; }

    /// <summary>Gets how long the run waits for a captcha or a bot wall to disappear, each time one appears. If it does not disappear, the run ends with <see cref="ErrorCode.CaptchaFailed"/>. The default is 30 seconds.</summary>
    public TimeSpan Captcha { get; init; } = TimeSpan.FromSeconds(30);
}
