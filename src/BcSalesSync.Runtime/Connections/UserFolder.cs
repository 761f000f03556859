namespace BcSalesSync.Runtime.Connections;

/// <summary>The folder that keeps what belongs to this user: state files, profiles, protected sign-ins.</summary>
internal static class UserFolder
{
    /// <summary>Its path; it is made with the first file in it.</summary>
    public static string Path { get; } = System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "BcSalesSync");
}
