namespace ServerlessPatterns.Events.Tests.Models;

/// <summary>A record of a model.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Lane">The group or shard that it belongs to.</param>
/// <param name="Position">Where in it.</param>
/// <param name="Fate">What becomes of it.</param>
internal sealed record Item(string Id, string Lane, int Position, Fate Fate)
{
    public bool IsBad => Fate is Fate.Poison or Fate.Unreadable;
}
