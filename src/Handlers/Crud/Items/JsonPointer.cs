namespace ServerlessPatterns.Handlers.Crud.Items;

/// <summary>Says where in a document something is, as a URI fragment (RFC 6901, section 6).</summary>
internal static class JsonPointer
{
    public static string To(params IEnumerable<string> members) =>
        "#" + string.Concat(members.Select(member => "/" + Uri.EscapeDataString(Escape(member))));

    private static string Escape(string member) =>
        member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
