using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Runs.Inspection;

/// <summary>Looks at the settings of the organisation in Sales, and at the user who is signed in (spec/wire-dataverse.md 1 and 14).</summary>
internal sealed class OrganizationChecks(EndpointPair endpoints)
{
    private const string Organization = "organization";
    private const string PriceCalculation = "oobpricecalculationenabled";
    private const string OrderSwitch = "issopintegrationenabled";
    private const string Retention = "expirechangetrackingindays";
    private const string User = "systemuser";
    private const string Application = "applicationid";
    private const string Disabled = "isdisabled";
    private const int ShortRetention = 3;

    /// <summary>The lines about settings; those the organisation does not tell are left out.</summary>
    public async Task<IReadOnlyList<BcCheck>> SettingsAsync(BcSyncSetup setup, CancellationToken cancellationToken)
    {
        var schema = await endpoints.Sales.GetSchemaAsync(Organization, cancellationToken).ConfigureAwait(false);
        string[] columns = [.. new[] { PriceCalculation, OrderSwitch, Retention }.Where(column => schema?.Columns.ContainsKey(column) is true)];
        if (columns.Length == 0 || await FirstAsync(columns, cancellationToken).ConfigureAwait(false) is not { } row)
            return [Checks.Warning("Organisation", "Sales does not tell its settings.", "Give the application the right to read the organization table.")];
        return [.. new[] { Calculation(row), Orders(row, setup), Days(row) }.OfType<BcCheck>()];
    }

    /// <summary>The lines about the user.</summary>
    public async Task<IReadOnlyList<BcCheck>> UserAsync(Guid? user, CancellationToken cancellationToken)
    {
        const string Check = "User in Sales";
        if (user is not { } id)
            return [];
        var rows = await endpoints.Sales.ReadByIdAsync(User, [Application, Disabled], [id], cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0)
            return [Checks.Warning(Check, "The signed-in user cannot be read.", "Give the application the right to read users.")];
        if (rows[0][Disabled].Raw is true)
            return [Checks.Failed(Check, "The signed-in user is disabled.", "Activate the user in the Power Platform admin centre.")];
        return [rows[0][Application].AsId() is { } application
            ? Checks.Passed(Check, $"An application user signs in, of the application {application}.")
            : Checks.Passed(Check, "A person signs in. An application user needs no licence and does not leave the company.")];
    }

    private static BcCheck? Calculation(Record row) => row[PriceCalculation].Raw switch
    {
        null => null,
        true => Checks.Passed("Price calculation", "Sales works out the totals of documents itself."),
        _ => Checks.Warning(
            "Price calculation", "Sales does not work out totals: those of documents stay as some other program fills them.",
            "Turn on the system pricing calculation in the settings of Sales, unless a program of your own fills the totals."),
    };

    private static BcCheck? Orders(Record row, BcSyncSetup setup)
    {
        if (row[OrderSwitch].Raw is not bool told)
            return null;
        var isOn = setup.SalesOrderIntegration is not SalesOrderIntegration.None;
        return told == isOn || told
            ? Checks.Passed("Order switch", isOn ? "Sales knows that its orders are taken over." : "Orders are not taken over by this product.")
            : Checks.Warning(
                "Order switch", "Orders are taken over, but Sales was not told or was told otherwise: it lets sellers fulfil and invoice them.",
                "Turn order integration off and on again: Set-BcSyncSetup -SalesOrderIntegration.");
    }

    private static BcCheck? Days(Record row) => row[Retention].AsNumber() switch
    {
        null => null,
        < ShortRetention and var days => Checks.Warning(
            "Change retention", $"Sales forgets changes after {days} days: after a longer pause every table is read from the beginning.",
            "Raise expirechangetrackingindays of the organization in Sales."),
        var days => Checks.Passed("Change retention", $"Sales keeps changes for {days} days; after a longer pause tables are read from the beginning."),
    };

    private async Task<Record?> FirstAsync(string[] columns, CancellationToken cancellationToken)
    {
        await foreach (var page in endpoints.Sales.ReadAsync(Organization, columns, Filter.All, cancellationToken).ConfigureAwait(false))
            return page.Count > 0 ? page[0] : null;
        return null;
    }
}
