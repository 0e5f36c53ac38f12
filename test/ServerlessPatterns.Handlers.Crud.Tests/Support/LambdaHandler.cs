using System.Reflection;
using System.Runtime.Loader;

namespace ServerlessPatterns.Handlers.Crud.Tests.Support;

/// <summary>
/// Finds a handler as Lambda's .NET runtime does: <c>Assembly::Type::Method</c>, an instance by the constructor without
/// parameters, and a method from stream to stream, which needs neither serializer nor context.
/// </summary>
/// <remarks>UserCodeLoader and InvokeDelegateBuilder in https://github.com/aws/aws-lambda-dotnet.</remarks>
internal static class LambdaHandler
{
    public static Func<Stream, Task<Stream>> Load(string folder, string handler)
    {
        var parts = handler.Split("::");
        var path = Path.Combine(folder, $"{parts[0]}.dll");
        var resolver = new AssemblyDependencyResolver(path);
        var context = new AssemblyLoadContext(folder);
        context.Resolving += (_, name) => resolver.ResolveAssemblyToPath(name) is { } file ? context.LoadFromAssemblyPath(file) : null;

        var type = context.LoadFromAssemblyPath(path).GetType(parts[1], throwOnError: true)!;
        var method = type.GetMethod(parts[2], BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static).ShouldNotBeNull();
        method.GetParameters().Single().ParameterType.ShouldBe(typeof(Stream));
        method.ReturnType.ShouldBe(typeof(Task<Stream>));
        return method.CreateDelegate<Func<Stream, Task<Stream>>>(Activator.CreateInstance(type));
    }
}
