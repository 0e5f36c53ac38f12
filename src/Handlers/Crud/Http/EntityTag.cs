namespace ServerlessPatterns.Handlers.Crud.Http;

/// <summary>An entity tag as a client sends it.</summary>
internal readonly record struct EntityTag(string Opaque, bool IsWeak);
