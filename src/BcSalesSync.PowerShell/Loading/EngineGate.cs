using System.Reflection;
using System.Runtime.Loader;

namespace BcSalesSync.PowerShell.Loading;

/// <summary>Answers a load context's question for the engine, and for nothing else, out of the engine's own context.</summary>
internal sealed class EngineGate
{
    private readonly Lazy<EngineLoadContext> engine;

    internal EngineGate(string engineFolder) => engine = new Lazy<EngineLoadContext>(() => new EngineLoadContext(engineFolder));

    /// <summary>The module's gate. One for the process, so that importing again finds the same engine.</summary>
    internal static EngineGate Module { get; } =
        new(Path.Combine(Path.GetDirectoryName(typeof(EngineGate).Assembly.Location)!, "engine"));

    internal void Attach(AssemblyLoadContext shell)
    {
        shell.Resolving -= Resolve;
        shell.Resolving += Resolve;
    }

    internal void Detach(AssemblyLoadContext shell) => shell.Resolving -= Resolve;

    internal Assembly? Resolve(AssemblyLoadContext shell, AssemblyName name) =>
        name.Name == EngineLoadContext.EngineName ? engine.Value.LoadFromAssemblyName(name) : null;
}
