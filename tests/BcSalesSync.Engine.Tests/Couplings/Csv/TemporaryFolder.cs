namespace BcSalesSync.Engine.Tests.Couplings.Csv;

/// <summary>A folder of one test, removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bcsalessync-").FullName;

    public string FileNamed(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
