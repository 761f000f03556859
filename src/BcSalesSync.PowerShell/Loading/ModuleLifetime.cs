using System.Management.Automation;
using System.Runtime.Loader;

namespace BcSalesSync.PowerShell.Loading;

/// <summary>Opens the way to the engine when the module is imported and closes it when the module is removed.</summary>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc />
    public void OnImport() => EngineGate.Module.Attach(AssemblyLoadContext.Default);

    /// <inheritdoc />
    public void OnRemove(PSModuleInfo psModuleInfo) => EngineGate.Module.Detach(AssemblyLoadContext.Default);
}
