using System.IO.Enumeration;
using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;
using BcSalesSync.PowerShell.Loading;

namespace BcSalesSync.PowerShell.Commands.Connections;

/// <summary>Gets the saved profiles. They hold no secrets.</summary>
[Cmdlet(VerbsCommon.Get, "BcProfile")]
[OutputType(typeof(BcProfile))]
public sealed class GetBcProfileCommand : BcCommand
{
    /// <summary>Names of profiles; all when not given.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string[]? Name { get; set; }

    internal Func<IProfileStore> OpenProfiles { get; set; } = EngineEntry.OpenProfiles;

    /// <inheritdoc />
    protected override void ProcessRecord() => Run(async (pump, cancellation) =>
    {
        await foreach (var profile in OpenProfiles().ListAsync(cancellation))
        {
            if (Name is null || Name.Any(name => FileSystemName.MatchesSimpleExpression(name, profile.Name)))
                pump.Output(profile);
        }
    });
}
