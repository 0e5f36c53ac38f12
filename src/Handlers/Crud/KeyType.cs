namespace ServerlessPatterns.Handlers.Crud;

/// <summary>The types of keys that have a form in a URL; binary keys have none.</summary>
internal enum KeyType
{
    Text,
    Number,
}
