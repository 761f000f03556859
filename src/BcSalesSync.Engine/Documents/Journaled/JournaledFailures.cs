using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Journaled;

/// <summary>What can go wrong where Business Central chooses the ids of documents.</summary>
internal static class JournaledFailures
{
    private const string WithoutDiscount = "LeftWithoutDiscount";

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

    /// <summary>True when a document has not got its discount since that failed.</summary>
    /// <param name="trouble">What is remembered of the document.</param>
    /// <param name="row">The document in Business Central.</param>
    public static bool IsStillWithoutDiscount(PendingRecord trouble, Record row) =>
        trouble.ErrorId?.EndsWith($".{WithoutDiscount}", StringComparison.Ordinal) is true && (row["discountAmount"].AsNumber() ?? 0) == 0;

    /// <summary>The document is there and has not got its discount yet: that stays wrong until somebody gives it.</summary>
    public static DocumentPlan StillWithoutDiscount(DocumentPlan plan, PendingRecord trouble, string number) =>
        (plan with { BcNo = number }).Failed(
            new PlanFailure(trouble.Class ?? FailureClass.Data, trouble.ErrorId!, trouble.Message!, GiveDiscount(number)));

    /// <summary>The discount was refused and the document could not be taken away again.</summary>
    public static PlanFailure LeftWithoutDiscount(DocumentPlan plan, EndpointFailure failure) => new(
        failure.Class,
        $"BcSync.{plan.Document.Kind}.{WithoutDiscount}",
        $"{plan.Document.Kind} {plan.Document.Number} was created as {plan.BcNo}, but without its discount: {failure.Message} ({failure.Code})",
        GiveDiscount(plan.BcNo));

    private static string GiveDiscount(string? number) =>
        $"Give document {number} its discount in Business Central.";
}
