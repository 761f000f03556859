using System.Net;
using System.Security;

namespace BcSalesSync.Host.Connecting;

// Fetches secrets from where they are kept. They are never in arguments, which every user of a machine may read.
internal sealed class SecretPlaces(Func<string, string?> environment)
{
    // The secret of a variable or a file; null when neither is given.
    public SecureString? Find(string? variable, string? file) =>
        file is not null ? FromFile(file) : variable is not null ? FromVariable(variable) : null;

    public SecureString FromVariable(string name) => environment(name) is { Length: > 0 } text
        ? Secured(text)!
        : throw ConnectionSettingErrors.EmptyVariable(name);

    // A line end behind the secret, which editors and shells leave, is not part of it.
    public static SecureString FromFile(string path)
    {
        try
        {
            return File.ReadAllText(path).TrimEnd('\r', '\n') is { Length: > 0 } text ? Secured(text)! : throw ConnectionSettingErrors.EmptyFile(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw ConnectionSettingErrors.UnreadableFile(path, problem);
        }
    }

    public static SecureString? Secured(string? text) => text is null ? null : new NetworkCredential(string.Empty, text).SecurePassword;
}
