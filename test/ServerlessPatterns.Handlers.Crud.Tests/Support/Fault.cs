namespace ServerlessPatterns.Handlers.Crud.Tests.Support;

/// <summary>What happens to a call instead of its answer.</summary>
internal sealed record Fault(int Status = 0, string Code = "", string Message = "secret of the table")
{
    public static Fault Hang { get; } = new() { Hangs = true };

    public static Fault Break { get; } = new() { Breaks = true };

    public static Fault LoseAnswer { get; } = new() { LosesAnswer = true };

    public bool Hangs { get; private init; }

    public bool Breaks { get; private init; }

    public bool LosesAnswer { get; private init; }
}
