namespace ServerlessPatterns.Handlers.Crud;

/// <summary>What clients may do with the items.</summary>
[Flags]
internal enum CrudOperations
{
    None = 0,
    Create = 1,
    Read = 2,
    List = 4,
    Replace = 8,
    Update = 16,
    Delete = 32,
    All = Create | Read | List | Replace | Update | Delete,
}
