using System.Data.Common;
using System.Net;
using System.Security;

namespace BcSalesSync.PowerShell.Commands.Connections;

/// <summary>The connection string of a state as a profile keeps it.</summary>
internal static class StateConnection
{
    private static readonly string[] Passwords = ["Password", "PSW", "PWD", "SSL Password", "SslPassword"];

    /// <summary>The connection string without its passwords; null when there is none, or when it is unreadable, which the session refuses.</summary>
    public static string? WithoutPassword(SecureString? connectionString)
    {
        if (connectionString is null)
            return null;
        try
        {
            var settings = new DbConnectionStringBuilder { ConnectionString = new NetworkCredential(string.Empty, connectionString).Password };
            foreach (var keyword in Passwords)
                settings.Remove(keyword);
            return settings.ConnectionString;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What a profile kept; null when it kept none.</summary>
    public static SecureString? Secured(string? kept) => kept is null ? null : new NetworkCredential(string.Empty, kept).SecurePassword;
}
