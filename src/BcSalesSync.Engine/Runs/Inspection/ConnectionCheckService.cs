using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs.Inspection;

/// <summary>Looks at every precondition of synchronising, and says of each that is not met what to do.</summary>
public sealed class ConnectionCheckService(EngineParts parts, SetupService setups)
{
    /// <summary>One line for each precondition; a system that does not answer ends the list.</summary>
    public async IAsyncEnumerable<BcCheck> TestAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (bc, bcCheck) = await ReachAsync(SystemSide.BusinessCentral, cancellationToken).ConfigureAwait(false);
        yield return bcCheck;
        var (sales, salesCheck) = await ReachAsync(SystemSide.Sales, cancellationToken).ConfigureAwait(false);
        yield return salesCheck;
        if (bc is null || sales is null)
            yield break;
        var setup = await setups.GetAsync(cancellationToken).ConfigureAwait(false);
        var mappings = await parts.State.GetMappingsAsync(cancellationToken).ConfigureAwait(false);
        foreach (var check in SystemChecks.Of(bc, sales, setup, mappings))
            yield return check;
        foreach (var (name, probe) in Probes(bc, sales, setup, cancellationToken))
        {
            foreach (var check in await TryAsync(name, probe).ConfigureAwait(false))
                yield return check;
        }

        yield return new ProtocolChecks(parts.Endpoints, parts.Clock).Clocks();
        var set = new MappingSet(mappings, setup);
        foreach (var check in await new AccessChecks(parts.Endpoints, set).RunAsync(cancellationToken).ConfigureAwait(false))
            yield return check;
        if (setup.OwnershipModel is OwnershipModel.Person && set.Find("SALESPEOPLE") is { Enabled: true } salespeople)
            yield return await SalespeopleAsync(salespeople, cancellationToken).ConfigureAwait(false);
        var tables = new TableChecks(parts.Endpoints, set, bc.Tier);
        foreach (var mapping in mappings.Where(mapping => mapping.Enabled))
        {
            foreach (var check in await TryAsync(mapping.Name, () => tables.RunAsync(mapping, cancellationToken)).ConfigureAwait(false))
                yield return check;
        }
    }

    private IEnumerable<(string Name, Func<Task<IReadOnlyList<BcCheck>>> Probe)> Probes(
        EndpointFacts bc, EndpointFacts sales, BcSyncSetup setup, CancellationToken cancellationToken)
    {
        var organization = new OrganizationChecks(parts.Endpoints);
        yield return ("User in Sales", () => organization.UserAsync(sales.UserId, cancellationToken));
        yield return ("Solutions", () => new SolutionChecks(parts.Endpoints).RunAsync(cancellationToken));
        yield return ("Organisation", () => organization.SettingsAsync(setup, cancellationToken));
        yield return ("Features", () => new FeatureChecks(parts.Endpoints, bc.Tier).RunAsync(cancellationToken));
        yield return ("Look-ups", () => new ProtocolChecks(parts.Endpoints, parts.Clock).LookUpsAsync(cancellationToken));
        yield return ("Local currency", async () =>
            [await new CurrencyCheck(parts.Endpoints).RunAsync(bc, sales, cancellationToken).ConfigureAwait(false)]);
    }

    // What one system refuses is a line like any other; the rest is still looked at.
    private static async Task<IReadOnlyList<BcCheck>> TryAsync(string name, Func<Task<IReadOnlyList<BcCheck>>> probe)
    {
        try
        {
            return await probe().ConfigureAwait(false);
        }
        catch (EndpointException problem)
        {
            var error = EndpointErrors.ToException(problem).Error;
            return [Checks.Failed(name, error.Message, error.RecommendedAction)];
        }
    }

    private async Task<(EndpointFacts? Facts, BcCheck Check)> ReachAsync(SystemSide side, CancellationToken cancellationToken)
    {
        var name = side is SystemSide.Sales ? "Sales" : "Business Central";
        try
        {
            var facts = await parts.Endpoints.On(side).GetFactsAsync(cancellationToken).ConfigureAwait(false);
            var where = side is SystemSide.Sales ? $"user {facts.UserId}" : $"company {facts.CompanyName} ({facts.CompanyId})";
            return (facts, Checks.Passed(name, $"Reached and signed in, {where}, version {facts.Version ?? "unknown"}."));
        }
        catch (EndpointException problem)
        {
            var error = EndpointErrors.ToException(problem).Error;
            return (null, Checks.Failed(name, error.Message, error.RecommendedAction));
        }
    }

    private async Task<BcCheck> SalespeopleAsync(TableMapping mapping, CancellationToken cancellationToken)
    {
        var coupled = (await parts.State.Couplings.CountAsync(mapping.Name, cancellationToken).ConfigureAwait(false)).Couplings;
        return coupled > 0
            ? Checks.Passed("Owners", $"{coupled} salespeople are coupled with users.")
            : Checks.Warning(
                "Owners",
                "No salesperson is coupled with a user, so records with a salesperson fail.",
                "Couple them: New-BcCoupling -Mapping SALESPEOPLE -BcNo <code> -SalesName <full name>, or Set-BcSyncSetup -OwnershipModel Team.");
    }
}
