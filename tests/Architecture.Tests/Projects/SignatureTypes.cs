using System.Reflection;

namespace Architecture.Tests.Projects;

// The types that a user of a type has to know: its bases and what its public and protected members take and give.
internal static class SignatureTypes
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> Of(Type type)
    {
        var methods = type.GetMethods(Declared).Where(IsShown).SelectMany(method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType));
        var constructors = type.GetConstructors(Declared).Where(IsShown).SelectMany(maker => maker.GetParameters().Select(p => p.ParameterType));
        var fields = type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(field => field.FieldType);
        var bases = type.GetInterfaces().Append(type.BaseType).OfType<Type>();
        return methods.Concat(constructors).Concat(fields).Concat(bases).SelectMany(Parts).Where(part => !part.IsGenericParameter).Distinct();
    }

    public static bool IsBaseLibrary(Type type) => type.Assembly.Location.StartsWith(Path.GetDirectoryName(typeof(object).Assembly.Location)!, StringComparison.Ordinal);

    private static bool IsShown(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType
        ? Parts(type.GetElementType()!)
        : type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
}
