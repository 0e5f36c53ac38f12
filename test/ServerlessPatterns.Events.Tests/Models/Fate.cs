namespace ServerlessPatterns.Events.Tests.Models;

/// <summary>What becomes of a record when it is processed.</summary>
internal enum Fate
{
    /// <summary>It is done at once.</summary>
    Good,

    /// <summary>It fails at first.</summary>
    Transient,

    /// <summary>It always fails.</summary>
    Poison,

    /// <summary>It cannot even be read.</summary>
    Unreadable,
}
