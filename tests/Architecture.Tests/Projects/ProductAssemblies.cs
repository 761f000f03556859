using System.Reflection;

namespace Architecture.Tests.Projects;

// The projects under src and what each may know (design, section 1).
internal static class ProductAssemblies
{
    private const string Prefix = "BcSalesSync.";

    public static IReadOnlyDictionary<string, string[]> MayKnow { get; } = new Dictionary<string, string[]>
    {
        ["Contracts"] = [],
        ["Engine"] = ["Contracts"],
        ["Endpoints"] = ["Contracts", "Engine"],
        ["Dataverse.ServiceClient"] = ["Contracts", "Engine", "Endpoints"],
        ["State"] = ["Contracts", "Engine"],
        ["Sandbox"] = [],
        ["Runtime"] = ["Contracts", "Engine", "Endpoints", "Dataverse.ServiceClient", "State", "Sandbox"],
        ["PowerShell"] = ["Contracts", "Runtime"],
        ["Host"] = ["Contracts", "Runtime", "Sandbox"],
    };

    public static Assembly Load(string project) => Assembly.Load(Prefix + project);

    // Other projects of the product that the compiled code uses.
    public static IEnumerable<string> KnownBy(string project) => Load(project).GetReferencedAssemblies()
        .Select(reference => reference.Name!).Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]);
}
