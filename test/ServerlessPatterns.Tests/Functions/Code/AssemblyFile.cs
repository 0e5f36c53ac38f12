using System.Reflection;
using System.Reflection.Emit;

namespace ServerlessPatterns.Tests.Functions.Code;

/// <summary>Writes small assemblies without a compiler.</summary>
internal sealed class AssemblyFile
{
    private const TypeAttributes Class = TypeAttributes.Public | TypeAttributes.Class;

    private readonly PersistedAssemblyBuilder assembly;
    private readonly ModuleBuilder module;
    private readonly List<TypeBuilder> types = [];
    private readonly string file;

    public AssemblyFile(string folder, string name)
    {
        file = Path.Combine(folder, name + ".dll");
        assembly = new PersistedAssemblyBuilder(new AssemblyName(name), typeof(object).Assembly);
        module = assembly.DefineDynamicModule(name);
    }

    /// <summary>A public class with public methods of one parameter.</summary>
    public TypeBuilder AddClass(string name, params string[] methods) => Add(name, Class, methods);

    public TypeBuilder Add(string name, TypeAttributes attributes, params string[] methods) =>
        Fill(module.DefineType(name, attributes), methods);

    public TypeBuilder AddNested(TypeBuilder outer, string name, params string[] methods) =>
        Fill(outer.DefineNestedType(name, TypeAttributes.NestedPublic), methods);

    private TypeBuilder Fill(TypeBuilder type, string[] methods)
    {
        types.Add(type);
        foreach (var method in methods)
        {
            AddMethod(type, method, MethodAttributes.Public, 1);
        }

        return type;
    }

    public static MethodBuilder AddMethod(TypeBuilder type, string name, MethodAttributes attributes, int parameters)
    {
        var method = type.DefineMethod(name, attributes, typeof(string), [.. Enumerable.Repeat(typeof(string), parameters)]);
        if (!attributes.HasFlag(MethodAttributes.Abstract))
        {
            var code = method.GetILGenerator();
            code.Emit(OpCodes.Ldnull);
            code.Emit(OpCodes.Ret);
        }

        return method;
    }

    public void Save()
    {
        types.ForEach(type => type.CreateType());
        assembly.Save(file);
    }
}
