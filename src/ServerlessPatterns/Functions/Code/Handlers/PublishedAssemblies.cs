namespace ServerlessPatterns;

/// <summary>The assemblies of a package, each read once.</summary>
internal sealed class PublishedAssemblies(PackageFiles files) : IDisposable
{
    private readonly Dictionary<string, PublishedAssembly?> assemblies = new(StringComparer.Ordinal);

    /// <summary>The assembly in the package's root; null when there is none of that name.</summary>
    public PublishedAssembly? Find(string name)
    {
        if (!assemblies.TryGetValue(name, out var assembly))
        {
            assemblies[name] = assembly = Load(name + ".dll");
        }

        return assembly;
    }

    /// <summary>A type's methods with those that it inherits inside the package.</summary>
    /// <param name="type">The type to begin with.</param>
    /// <param name="isComplete">False when a base type is outside the package, so that there may be more.</param>
    public IReadOnlyList<PublishedMethod> MethodsOf(PublishedType type, out bool isComplete)
    {
        List<PublishedMethod> methods = [.. type.Methods];
        while (type.Base is { } parent)
        {
            if (Find(parent.Assembly)?.Types.GetValueOrDefault(parent.Type) is not { } found)
            {
                isComplete = parent.Type is "System.Object";
                return methods;
            }

            methods.AddRange(found.Methods.Where(method => !methods.Exists(own => Overrides(own, method))));
            type = found;
        }

        isComplete = true;
        return methods;
    }

    public void Dispose()
    {
        foreach (var assembly in assemblies.Values)
        {
            assembly?.Dispose();
        }
    }

    private PublishedAssembly? Load(string file)
    {
        if (!files.Has(file))
        {
            return null;
        }

        try
        {
            return PublishedAssembly.Read(files.Read(file));
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    private static bool Overrides(PublishedMethod own, PublishedMethod inherited) =>
        string.Equals(own.Name, inherited.Name, StringComparison.Ordinal) && own.Parameters == inherited.Parameters;
}
