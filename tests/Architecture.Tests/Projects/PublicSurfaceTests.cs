using System.Reflection;
using System.Xml.Linq;

namespace Architecture.Tests.Projects;

public sealed class PublicSurfaceTests
{
    public static TheoryData<string> Projects => [.. ProductAssemblies.MayKnow.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Public_types_and_members_are_documented(string project)
    {
        var assembly = ProductAssemblies.Load(project);
        var documented = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .Select(member => member.Attribute("name")!.Value.Split('(')[0]).ToHashSet();
        Finding.None(assembly.GetExportedTypes().SelectMany(Documentable).Except(documented));
    }

    [Theory]
    [InlineData("Contracts")]
    [InlineData("Runtime")]
    [InlineData("PowerShell")]
    public void What_shells_show_is_made_of_contracts_and_the_base_library(string project)
    {
        string[] own = ["BcSalesSync.Contracts", "BcSalesSync." + project];
        var shell = project == "PowerShell" ? "System.Management.Automation" : null;
        var strange = ProductAssemblies.Load(project).GetExportedTypes().SelectMany(type => SignatureTypes.Of(type)
            .Where(used => used.Assembly.GetName().Name is { } name && !own.Contains(name) && name != shell && !SignatureTypes.IsBaseLibrary(used))
            .Select(used => $"{type} shows {used}"));
        Finding.None(strange);
    }

    private static IEnumerable<string> Documentable(Type type)
    {
        const BindingFlags Shown = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var name = type.FullName!.Replace('+', '.');
        yield return "T:" + name;
        if (type.IsSubclassOf(typeof(Delegate)))
            yield break;
        foreach (var property in type.GetProperties(Shown).Where(property => property.Name != "EqualityContract"))
            yield return $"P:{name}.{property.Name}";
        foreach (var field in type.GetFields(Shown).Where(field => !field.IsSpecialName))
            yield return $"F:{name}.{field.Name}";
    }
}
