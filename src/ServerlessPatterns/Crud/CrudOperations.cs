namespace ServerlessPatterns;

/// <summary>What clients of a CRUD pattern may do. What is off has no route, and the function no permission for it.</summary>
[Flags]
public enum CrudOperations
{
    /// <summary>Nothing, which no pattern accepts.</summary>
    None = 0,

    /// <summary><c>POST</c>: makes an item, and never overwrites one.</summary>
    Create = 1,

    /// <summary><c>GET</c> of one item.</summary>
    Read = 2,

    /// <summary><c>GET</c> of a page of items.</summary>
    List = 4,

    /// <summary><c>PUT</c>: makes an item what the body says, whether it existed or not.</summary>
    Replace = 8,

    /// <summary><c>PATCH</c>: merges the body into an item.</summary>
    Update = 16,

    /// <summary><c>DELETE</c> of one item.</summary>
    Delete = 32,

    /// <summary>All of them.</summary>
    All = Create | Read | List | Replace | Update | Delete,
}
