using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;
using BcSalesSync.PowerShell.Loading;

namespace BcSalesSync.PowerShell.Commands.Connections;

/// <summary>Forgets saved profiles. Connections, state and secrets stay.</summary>
[Cmdlet(VerbsCommon.Remove, "BcProfile", SupportsShouldProcess = true)]
[OutputType(typeof(BcProfile))]
public sealed class RemoveBcProfileCommand : BcCommand
{
    /// <summary>Names of profiles.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string[] Name { get; set; } = [];

    internal Func<IProfileStore> OpenProfiles { get; set; } = EngineEntry.OpenProfiles;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var name in Name)
        {
            RunFor(name, async (pump, cancellation) =>
            {
                var profiles = OpenProfiles();
                var profile = await FindAsync(profiles, name, cancellation);
                if (await pump.AskAsync(() => Streams.ShouldProcess(profile?.Name ?? name, "Forget the profile").ToString()) != bool.TrueString)
                    return;
                await profiles.RemoveAsync(name, cancellation);
                if (profile is not null)
                    pump.Output(profile);
            });
        }
    }

    // What cannot be read can be forgotten all the same.
    private static async Task<BcProfile?> FindAsync(IProfileStore profiles, string name, CancellationToken cancellation)
    {
        try
        {
            return await profiles.GetAsync(name, cancellation);
        }
        catch (SyncException problem) when (problem.Error.ErrorId == "BcSync.Profile.Unreadable")
        {
            return null;
        }
    }
}
