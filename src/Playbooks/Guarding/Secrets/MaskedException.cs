namespace Playbooks.Guarding.Secrets;

/// <summary>Replaces an exception whose texts contained a secret.</summary>
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

    /// <summary>Returns the exception itself if it contains no secret; otherwise a masked replacement.</summary>
    public static Exception Create(Exception exception, SecretMask mask)
    {
        var whole = exception.ToString();
        var masked = mask.Apply(whole);
        return masked == whole
            ? exception
            : new MaskedException($"{exception.GetType().Name}: {mask.Apply(exception.Message)}", masked, mask.ApplyTo(exception.StackTrace));
    }

    public override string ToString() => whole;
}
