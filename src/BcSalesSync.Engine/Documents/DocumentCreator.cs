using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Documents.Journaled;
using BcSalesSync.Engine.Documents.Orders.TwoWay;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents;

/// <summary>Creates documents in the way that the connection allows, and saves their couplings before anything else is done with them.</summary>
/// <param name="run">The run.</param>
/// <param name="form">The tables that take the documents.</param>
/// <param name="mapping">Mapping under which they are coupled.</param>
/// <param name="family">Family within which their couplings are unique.</param>
/// <param name="baseline">Couples orders that travel both ways, with their lines and what both sides hold; null for others.</param>
internal sealed class DocumentCreator(RunContext run, BcDocumentForm form, string mapping, string family, OrderBaseline? baseline = null)
{
    /// <summary>Creates what is planned; plans come with their coupling or failure, those that were not sent are left out.</summary>
    public async Task<IReadOnlyList<DocumentPlan>> CreateAsync(IReadOnlyList<DocumentPlan> drafts, CancellationToken cancellationToken)
    {
        if (drafts.Count == 0)
            return [];
        var couplings = new NewDocumentCouplings(run);
        if (form.IsCompanion)
        {
            var created = await new DerivedIdCreation(run.Endpoints.BusinessCentral, form, mapping, family)
                .CreateAsync(drafts, cancellationToken).ConfigureAwait(false);
            await (baseline?.CoupleAsync(created) ?? couplings.CoupleAsync(created)).ConfigureAwait(false);
            return created;
        }

        var creation = new JournaledCreation(run, form, mapping, family);
        var journaled = await creation.CreateAsync([.. drafts], cancellationToken).ConfigureAwait(false);
        await couplings.CoupleAsync(journaled).ConfigureAwait(false);
        await creation.ForgetAsync(journaled).ConfigureAwait(false);
        return journaled;
    }
}
