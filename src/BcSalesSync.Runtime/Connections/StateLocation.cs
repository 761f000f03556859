using System.Security.Cryptography;
using System.Text;
using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Connections;

/// <summary>Where the state of a connection is kept.</summary>
internal static class StateLocation
{
    /// <summary>Path of the state file; null keeps the state in memory.</summary>
    /// <param name="settings">The connection.</param>
    /// <param name="companyId">SystemId of the company.</param>
    public static string? Of(ConnectionSettings settings, Guid companyId)
    {
        if (settings.StatePath is { } given)
            return Path.GetFullPath(given);
        if (settings.Sandbox)
            return settings.SandboxPath is { } data ? Path.GetFullPath(data) + ".state" : null;
        return Path.Combine(UserFolder.Path, Name(settings, companyId) + ".db");
    }

    /// <summary>Name of the connection: the two hosts and the company, and a digest that tells environments apart.</summary>
    public static string Name(ConnectionSettings settings, Guid companyId)
    {
        if (settings.Sandbox)
            return "sandbox";
        var text = $"{settings.BusinessCentralUrl}|{companyId:D}|{settings.SalesUrl}".ToUpperInvariant();
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
        return $"{settings.SalesUrl!.Host}-{digest}".ToLowerInvariant();
    }
}
