using System.Data.Common;
using System.Reflection;
using System.Runtime.Loader;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Loading;

namespace BcSalesSync.PowerShell.Tests.Loading;

public sealed class EngineLoadContextTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bcsync-engine-").FullName;

    public EngineLoadContextTests()
    {
        var output = Metadata("EngineOutput");
        foreach (var file in Directory.EnumerateFiles(output, "*.*", SearchOption.AllDirectories))
        {
            var name = Path.GetFileName(file);
            if (Path.GetExtension(name) is not (".dll" or ".json" or ".so" or ".dylib") || name == "BcSalesSync.Contracts.dll")
                continue;
            var copy = Path.Combine(folder, Path.GetRelativePath(output, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Where loaded files stay locked, the temporary folder is left to the system.
        }
    }

    [Fact]
    public void The_engine_and_what_it_needs_live_apart()
    {
        var context = new EngineLoadContext(folder);

        var engine = context.LoadFromAssemblyName(new AssemblyName(EngineLoadContext.EngineName));
        var sqlite = context.LoadFromAssemblyName(new AssemblyName("Microsoft.Data.Sqlite"));

        Assert.All([engine, sqlite], assembly =>
        {
            Assert.Same(context, AssemblyLoadContext.GetLoadContext(assembly));
            Assert.StartsWith(folder, assembly.Location, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Contracts_are_shared_with_the_shell()
    {
        var engine = new EngineLoadContext(folder).LoadFromAssemblyName(new AssemblyName(EngineLoadContext.EngineName));

        var open = engine.GetType("BcSalesSync.Runtime.SyncSessionFactory", throwOnError: true)!.GetMethods()
            .Single(m => m.Name == "OpenAsync" && m.GetParameters().Length == 3);

        Assert.Equal(typeof(Task<ISyncSession>), open.ReturnType);
        Assert.Equal(typeof(ConnectionSettings), open.GetParameters()[0].ParameterType);
    }

    [Fact]
    public async Task The_native_library_of_the_state_store_is_found()
    {
        var context = new EngineLoadContext(folder);
        var sqlite = context.LoadFromAssemblyName(new AssemblyName("Microsoft.Data.Sqlite"));
        var type = sqlite.GetType("Microsoft.Data.Sqlite.SqliteConnection", throwOnError: true)!;

        await using var connection = (DbConnection)Activator.CreateInstance(type, "Data Source=:memory:")!;
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT 1";

        Assert.Equal(1L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public void The_gate_answers_for_the_engine_and_for_nothing_else()
    {
        var gate = new EngineGate(folder);

        var engine = gate.Resolve(AssemblyLoadContext.Default, new AssemblyName(EngineLoadContext.EngineName));

        Assert.StartsWith(folder, engine?.Location, StringComparison.Ordinal);
        Assert.Same(engine, gate.Resolve(AssemblyLoadContext.Default, new AssemblyName(EngineLoadContext.EngineName)));
        Assert.Null(gate.Resolve(AssemblyLoadContext.Default, new AssemblyName("CsvHelper")));
        Assert.Null(gate.Resolve(AssemblyLoadContext.Default, new AssemblyName("BcSalesSync.Engine")));
    }

    private static string Metadata(string key) => typeof(EngineLoadContextTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
