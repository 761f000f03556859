using System.Reflection;
using System.Runtime.Loader;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Loading;

/// <summary>
/// Holds the engine and everything it needs, apart from the assemblies of PowerShell and of other modules. Contracts alone is shared:
/// its objects cross the border.
/// </summary>
internal sealed class EngineLoadContext : AssemblyLoadContext
{
    internal const string EngineName = "BcSalesSync.Runtime";

    // Spans and figures are heard only by listeners on the same copy of it.
    private const string Diagnostics = "System.Diagnostics.DiagnosticSource";

    private readonly AssemblyDependencyResolver resolver;

    internal EngineLoadContext(string engineFolder)
        : base("BcSalesSync.Engine") =>
        resolver = new AssemblyDependencyResolver(Path.Combine(engineFolder, EngineName + ".dll"));

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var contracts = typeof(ISyncSession).Assembly;
        if (assemblyName.Name == contracts.GetName().Name)
            return contracts;
        if (assemblyName.Name == Diagnostics && IsServed(assemblyName))
            return null;
        return resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    // The framework of a newer PowerShell is new enough; that of 7.4 is older than what the engine asks for.
    private static bool IsServed(AssemblyName wanted)
    {
        var path = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, wanted.Name + ".dll");
        return File.Exists(path) && AssemblyName.GetAssemblyName(path).Version >= wanted.Version;
    }

    // Without this SQLite's native library is looked for beside PowerShell and not found.
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;
}
