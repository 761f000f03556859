using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Connections;
using BcSalesSync.PowerShell.Loading;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes companies that this runspace is connected to or that profiles name; nobody is asked for others.</summary>
public sealed class CompanyCompleter : IArgumentCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var open = Runspace.DefaultRunspace is { } runspace ? ConnectionTable.All(runspace) : [];
        return Candidates.Results(wordToComplete, TimeBox.Collect(cancellation => SuggestAsync(open, EngineEntry.OpenProfiles, cancellation), Patience));
    }

    internal static async IAsyncEnumerable<Suggestion> SuggestAsync(
        IReadOnlyList<BcConnection> open, Func<IProfileStore> openProfiles, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var connection in open)
            yield return new Suggestion(connection.Company, null, connection.BusinessCentralUrl);
        await Task.Yield();
        var profiles = openProfiles();
        foreach (var name in profiles.Names)
        {
            var profile = await profiles.GetAsync(name, cancellationToken);
            if (profile.Company is { } company)
                yield return new Suggestion(company, null, $"{name}: {profile.BusinessCentralUrl}");
        }
    }
}
