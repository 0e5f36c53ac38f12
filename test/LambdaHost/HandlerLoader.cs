using System.Reflection;
using System.Runtime.Loader;

namespace ServerlessPatterns.LambdaHost;

/// <summary>
/// Finds a handler as Lambda's .NET runtime does: <c>Assembly::Type::Method</c>, an instance by the constructor without
/// parameters, and a method from stream to stream, which needs neither serializer nor context.
/// </summary>
/// <remarks>UserCodeLoader and InvokeDelegateBuilder in https://github.com/aws/aws-lambda-dotnet.</remarks>
internal static class HandlerLoader
{
    public static Func<Stream, Task<Stream>> Load(string folder, string handler)
    {
        var parts = handler.Split("::");
        if (parts is not [var assembly, var typeName, var methodName])
        {
            throw new ArgumentException($"{handler} is not Assembly::Type::Method.", nameof(handler));
        }

        var path = Path.Combine(folder, $"{assembly}.dll");
        var resolver = new AssemblyDependencyResolver(path);
        var context = new AssemblyLoadContext(assembly);
        context.Resolving += (_, name) => resolver.ResolveAssemblyToPath(name) is { } file ? context.LoadFromAssemblyPath(file) : null;
        var type = context.LoadFromAssemblyPath(path).GetType(typeName, throwOnError: true)!;
        var method = type.GetMethod(methodName, BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
            ?? throw new MissingMethodException(typeName, methodName);
        return method.CreateDelegate<Func<Stream, Task<Stream>>>(method.IsStatic ? null : Activator.CreateInstance(type));
    }
}
