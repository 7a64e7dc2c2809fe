namespace Playbooks.Guarding.Secrets;

/// <summary>Stands for an exception whose texts held a secret.</summary>
internal sealed class MaskedException : Exception
{
    private readonly string whole;
    private readonly string? stack;

    private MaskedException(string message, string whole, string? stack)
        : base(message)
    {
        this.whole = whole;
        this.stack = stack;
    }

    public override string? StackTrace => stack;

    /// <summary>The exception itself where it holds no secret.</summary>
    public static Exception Of(Exception exception, SecretMask mask)
    {
        var whole = exception.ToString();
        var masked = mask.Apply(whole);
        return masked == whole
            ? exception
            : new MaskedException($"{exception.GetType().Name}: {mask.Apply(exception.Message)}", masked, mask.ApplyTo(exception.StackTrace));
    }

    public override string ToString() => whole;
}
