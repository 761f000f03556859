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

    private readonly AssemblyDependencyResolver resolver;

    internal EngineLoadContext(string engineFolder)
        : base("BcSalesSync.Engine") =>
        resolver = new AssemblyDependencyResolver(Path.Combine(engineFolder, EngineName + ".dll"));

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var contracts = typeof(ISyncSession).Assembly;
        if (assemblyName.Name == contracts.GetName().Name)
            return contracts;
        return resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    // Without this SQLite's native library is looked for beside PowerShell and not found.
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;
}
