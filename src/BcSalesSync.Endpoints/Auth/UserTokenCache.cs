using Microsoft.Identity.Client;
using Microsoft.Identity.Client.Extensions.Msal;

namespace BcSalesSync.Endpoints.Auth;

/// <summary>
/// Keeps the sign-in of a user for the next process, where the operating system can protect it: DPAPI, Keychain or a keyring. Elsewhere
/// it lives as long as the process, and the user is asked again.
/// </summary>
internal class UserTokenCache
{
    private const string FileName = "sign-ins.bin";
    private const string Product = "BcSalesSync";
    private static readonly KeyValuePair<string, string> Version = new("Version", "1");
    private static readonly KeyValuePair<string, string> Use = new("Product", Product);

    private readonly string? folder;
    private bool isAttached;

    /// <summary>Creates the cache.</summary>
    /// <param name="folder">Folder of its file; null keeps sign-ins in memory only.</param>
    public UserTokenCache(string? folder) => this.folder = folder;

    /// <summary>Lets MSAL read and write the cache; without protection by the operating system nothing is done.</summary>
    public virtual async Task AttachAsync(ITokenCache tokens)
    {
        if (isAttached || folder is null)
            return;
        isAttached = true;
        var storage = new StorageCreationPropertiesBuilder(FileName, folder)
            .WithMacKeyChain(Product, "sign-ins")
            .WithLinuxKeyring("bcsalessync.signins", MsalCacheHelper.LinuxKeyRingDefaultCollection, "Sign-ins of BcSalesSync", Version, Use)
            .Build();
        try
        {
            var helper = await MsalCacheHelper.CreateAsync(storage);
            helper.VerifyPersistence();
            helper.RegisterCache(tokens);
        }
        catch (Exception problem) when (problem is MsalCachePersistenceException or DllNotFoundException or IOException or UnauthorizedAccessException)
        {
            // The user signs in again with the next process.
        }
    }
}
