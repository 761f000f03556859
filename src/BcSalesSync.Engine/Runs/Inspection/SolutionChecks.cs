using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Inspection;

/// <summary>Looks which of the solutions that features need are installed in Sales (spec/wire-dataverse.md 10 and 14).</summary>
internal sealed class SolutionChecks(EndpointPair endpoints)
{
    private const string Table = "solution";
    private const string Name = "uniquename";
    private const string Version = "version";
    private const string Sales = "msdynce_Sales";
    private const string Base = "bcbi_CdsBaseIntegration";
    private const string Integration = "MicrosoftDynamicsNavIntegration";
    private const string Import = "Have the connection set-up of Business Central import it, or import its file in Sales as an administrator.";

    /// <summary>The lines, one a solution.</summary>
    public async Task<IReadOnlyList<BcCheck>> RunAsync(CancellationToken cancellationToken)
    {
        if (await endpoints.Sales.GetSchemaAsync(Table, cancellationToken).ConfigureAwait(false) is null)
            return [Checks.Warning("Solutions", "Sales does not tell which solutions it has.", "Give the application the right to read solutions.")];
        FieldValue[] wanted = [FieldValue.Text(Sales), FieldValue.Text(Base), FieldValue.Text(Integration)];
        var rows = await endpoints.Sales.ReadByValueAsync(Table, [Name, Version], Name, wanted, cancellationToken).ConfigureAwait(false);
        var found = rows.Where(row => row[Name].AsText() is not null)
            .DistinctBy(row => row[Name].AsText()).ToDictionary(row => row[Name].AsText()!, row => row[Version].AsText());
        return
        [
            Line("Sales app", Sales, missing => Checks.Failed(
                missing, "Sales has no Dynamics 365 Sales app, so there are no products, price lists, quotes, orders and invoices.",
                "Install Dynamics 365 Sales in the environment, or leave the mappings and documents of these tables out.")),
            Line("Base solution", Base, missing => Checks.Warning(
                missing,
                "Sales has no base integration solution: records are not marked with their company, so that an organisation serves one company only, "
                    + "and no team is named that owns what is created.",
                Import)),
            Line("Integration solution", Integration, missing => Checks.Warning(
                missing,
                "Sales has no Business Central integration solution: order integration cannot be turned on, orders do not show their number in "
                    + "Business Central, and there are no account statistics.",
                Import)),
        ];

        BcCheck Line(string check, string solution, Func<string, BcCheck> missing) => found.TryGetValue(solution, out var version)
            ? Checks.Passed(check, $"{solution} {version} is installed.")
            : missing(check);
    }
}
