namespace ServerlessPatterns.Handlers.Crud.Http;

/// <summary>The value of <c>If-Match</c> or <c>If-None-Match</c> (RFC 9110, sections 13.1.1 and 13.1.2).</summary>
internal sealed record EntityTagList(bool IsAny, IReadOnlyList<EntityTag> Tags)
{
    // DynamoDB's IN takes so many operands.
    private const int MaxTags = 100;

    /// <summary>The versions that match by strong comparison: a weak tag never does (RFC 9110, section 8.8.3.2).</summary>
    public IReadOnlyList<string> Strong => [.. Tags.Where(tag => !tag.IsWeak).Select(tag => tag.Opaque)];

    /// <summary>The versions that match by weak comparison.</summary>
    public IReadOnlyList<string> Weak => [.. Tags.Select(tag => tag.Opaque)];

    public static EntityTagList? Read(ProxyRequest request, string header)
    {
        if (request.Header(header)?.Trim(' ', '\t') is not { Length: > 0 } text)
        {
            return null;
        }

        if (text == "*")
        {
            return new EntityTagList(IsAny: true, []);
        }

        var tags = new List<EntityTag>();
        var position = 0;
        while (position < text.Length)
        {
            if (text[position] is ' ' or '\t' or ',')
            {
                position++;
            }
            else
            {
                tags.Add(ReadTag(text, ref position, header));
            }
        }

        return tags.Count is > 0 and <= MaxTags ? new EntityTagList(IsAny: false, tags) : throw Malformed(header);
    }

    private static EntityTag ReadTag(string text, ref int position, string header)
    {
        var isWeak = text.AsSpan(position).StartsWith("W/", StringComparison.Ordinal);
        var start = position + (isWeak ? 3 : 1);
        var end = start <= text.Length && text[start - 1] == '"' ? text.IndexOf('"', start) : -1;
        if (end < 0 || text.AsSpan(start, end - start).IndexOfAnyInRange('\0', ' ') >= 0)
        {
            throw Malformed(header);
        }

        position = end + 1;
        return position == text.Length || text[position] is ' ' or '\t' or ','
            ? new EntityTag(text[start..end], isWeak)
            : throw Malformed(header);
    }

    private static ProblemException Malformed(string header) =>
        new(Problem.BadRequest($"{header} must be * or a list of 1 to {MaxTags} entity tags."));
}
