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
    protected override void ProcessRecord()
    {
        IReadOnlyList<string> names = [];
        Run((_, _) =>
        {
            names = OpenProfiles().Names;
            return Task.CompletedTask;
        });
        foreach (var wanted in Name?.SelectMany(name => Named(name, names)).Distinct(StringComparer.OrdinalIgnoreCase) ?? names)
            RunFor(wanted, async (pump, cancellation) => pump.Output(await OpenProfiles().GetAsync(wanted, cancellation)));
    }

    private static IEnumerable<string> Named(string typed, IReadOnlyList<string> names) =>
        IsPattern(typed) ? names.Where(name => FileSystemName.MatchesSimpleExpression(typed, name)) : [typed];
}
