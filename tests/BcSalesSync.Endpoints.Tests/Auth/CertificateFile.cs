namespace BcSalesSync.Endpoints.Tests.Auth;

/// <summary>A file in a folder of its own.</summary>
internal sealed class CertificateFile(string path) : IDisposable
{
    public string Path => path;

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(path)!, recursive: true);
}
