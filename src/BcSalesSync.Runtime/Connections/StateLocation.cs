using System.Security.Cryptography;
using System.Text;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.State.Sqlite;

namespace BcSalesSync.Runtime.Connections;

/// <summary>Where the state of a connection is kept: in one place for the same two systems, however their addresses are written.</summary>
/// <param name="settings">The connection.</param>
/// <param name="bc">Facts about Business Central.</param>
/// <param name="sales">Facts about Sales.</param>
/// <param name="folder">Folder of states that were given no path.</param>
internal sealed class StateLocation(ConnectionSettings settings, EndpointFacts bc, EndpointFacts sales, string folder)
{
    private const string Extension = ".db";

    /// <summary>Name of the connection: the host of Sales, and a digest that tells environments apart.</summary>
    public string Name => settings.Sandbox ? "sandbox" : $"{Host}-{Digest(Systems ?? Addresses)}".ToLowerInvariant();

    // Who the systems are; null when one does not tell.
    private string? Systems => (bc.Identity, sales.Identity) is ({ } company, { } organization)
        ? $"{company.Id:D}|{company.Environment}|{organization.Id:D}"
        : null;

    // What states were named after before.
    private string Addresses => $"{settings.BusinessCentralUrl}|{bc.CompanyId ?? Guid.Empty:D}|{settings.SalesUrl}";

    private string FormerName => $"{settings.SalesUrl!.Host}-{Digest(Addresses)}".ToLowerInvariant();

    // The organisation answers at a second host for its API, and this machine under several names.
    private string Host => settings.SalesUrl!.IsLoopback
        ? "localhost"
        : settings.SalesUrl.Host.Replace(".api.crm", ".crm", StringComparison.OrdinalIgnoreCase);

    /// <summary>Path of the state file; null keeps the state in memory.</summary>
    /// <param name="warn">Hears of further states that the same systems have.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<string?> FindAsync(Action<string> warn, CancellationToken cancellationToken)
    {
        if (settings.StatePath is { } given)
            return Path.GetFullPath(given);
        if (settings.Sandbox)
            return settings.SandboxPath is { } data ? Path.GetFullPath(data) + ".state" : null;
        var usual = FileOf(Name);
        var states = await StatesAsync(cancellationToken).ConfigureAwait(false);
        // A state of long standing holds the couplings, whatever it is called.
        var path = new[] { FileOf(FormerName), usual }.FirstOrDefault(File.Exists) ?? (states is [var latest, ..] ? latest : usual);
        if (states.Where(state => state != path).ToList() is [_, ..] others)
        {
            warn($"These systems have further states: {string.Join(", ", others)}. What was coupled there is not known to {path}. "
                + "Connect with -StatePath to the one to go on with, and remove the others.");
        }

        return path;
    }

    private static string Digest(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToUpperInvariant())))[..12];

    private string FileOf(string name) => Path.Combine(folder, name + Extension);

    // States of these systems, the last one that was written first.
    private async Task<IReadOnlyList<string>> StatesAsync(CancellationToken cancellationToken)
    {
        var found = new List<string>();
        if (!Directory.Exists(folder))
            return found;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*" + Extension).OrderByDescending(file => file.LastWriteTimeUtc))
        {
            var owners = await SqliteStateStore.FindSettingAsync(file.FullName, StateOwnership.Setting, cancellationToken)
                .ConfigureAwait(false);
            if (owners is not null && StateOwnership.IsOf(owners, bc, sales))
                found.Add(file.FullName);
        }

        return found;
    }
}
