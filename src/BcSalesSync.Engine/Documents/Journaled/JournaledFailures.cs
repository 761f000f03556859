using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Journaled;

/// <summary>What can go wrong where Business Central chooses the ids of documents.</summary>
internal static class JournaledFailures
{
    /// <summary>Several documents may be the one whose answer was lost.</summary>
    public static PlanFailure Uncertain(SalesDocument document, string mapping, IReadOnlyList<Record> found)
    {
        var numbers = string.Join(", ", found.Select(row => row["number"].ToString()).Distinct());
        return new PlanFailure(
            FailureClass.Data,
            $"BcSync.{document.Kind}.CreateUncertain",
            $"The answer to creating {document.Kind.ToString().ToLowerInvariant()} {document.Number} was lost, and it cannot be told which document "
                + $"in Business Central it is: {numbers}.",
            document.Kind is DocumentKind.Quote
                ? "Delete those that are too many, or change their External Document No.; then take it over again with Import-BcSalesQuote."
                : $"Couple the right one: New-BcCoupling -Mapping {mapping.Typed()} -SalesId {document.Id} -BcId {found[0].Id}. "
                    + "If none is, change their External Document No. and take it over again.");
    }

    /// <summary>The discount was refused and the document could not be taken away again.</summary>
    public static PlanFailure LeftWithoutDiscount(DocumentPlan plan, EndpointFailure failure) => new(
        failure.Class,
        $"BcSync.{plan.Document.Kind}.LeftWithoutDiscount",
        $"{plan.Document.Kind} {plan.Document.Number} was created as {plan.BcNo}, but without its discount: {failure.Message} ({failure.Code})",
        $"Give document {plan.BcNo} its discount in Business Central.");
}
