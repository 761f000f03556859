using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Engine.Runs.Inspection;

/// <summary>Tries what differs between environments and can be tried without writing (spec/wire-bc.md 12).</summary>
internal sealed class ProtocolChecks(EndpointPair endpoints, TimeProvider clock)
{
    // As many as a full chunk of a page looks up at once.
    private const int IdsAtOnce = 50;
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    /// <summary>Whether Business Central takes look-ups of many records at once.</summary>
    public async Task<IReadOnlyList<BcCheck>> LookUpsAsync(CancellationToken cancellationToken)
    {
        // Ids that nobody has: what counts is that the request is taken.
        Guid[] ids = [.. Enumerable.Range(1, IdsAtOnce).Select(number => new Guid(number, 0, 0, new byte[8]))];
        await endpoints.BusinessCentral.ReadByIdAsync("currencies", ["code"], ids, cancellationToken).ConfigureAwait(false);
        return [Checks.Passed("Look-ups", $"Business Central takes look-ups of {IdsAtOnce} records at once.")];
    }

    /// <summary>Whether the clocks of both systems and of this machine agree.</summary>
    public BcCheck Clocks()
    {
        var here = clock.GetUtcNow();
        var apart = new[] { endpoints.BusinessCentral, endpoints.Sales }
            .Where(system => system.ServerTime is { } time && (time - here).Duration() > Apart)
            .Select(system => system.Side is SystemSide.Sales ? "Sales" : "Business Central").ToArray();
        return apart.Length == 0
            ? Checks.Passed("Clocks", "The clocks of this machine and of both systems agree.")
            : Checks.Warning(
                "Clocks",
                $"The clock of this machine and that of {string.Join(" and ", apart)} are more than {Apart.TotalMinutes:0} minutes apart: sign-in may fail, "
                    + "and where the newer side wins the wrong one may.",
                "Have this machine set its clock from a time server.");
    }
}
