using System.Globalization;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents;

/// <summary>What Business Central refuses when a document is written (spec/documents.md 8.1, O-17, O-37).</summary>
internal static class DocumentRefusals
{
    private const string Refused = "Refused";
    private const string DiscountRefused = "DiscountRefused";

    private static readonly string[] Problems = [Refused, DiscountRefused, "StepRefused"];

    /// <summary>True for the id of such a refusal.</summary>
    public static bool Contains(string? errorId) =>
        errorId is not null && Problems.Any(problem => errorId.EndsWith($".{problem}", StringComparison.Ordinal));

    /// <summary>Business Central refused the document.</summary>
    public static PlanFailure Of(SalesDocument document, EndpointFailure failure) => new(
        failure.Class,
        $"BcSync.{document.Kind}.{Refused}",
        $"Business Central refused {Name(document)}: {failure.Message} ({failure.Code})",
        $"Correct it in Sales, or the record in Business Central that the message names. Then take it over again: {Command(document)}.");

    /// <summary>Business Central could not place the discount.</summary>
    public static PlanFailure OfDiscount(SalesDocument document, decimal discount, EndpointFailure failure) => new(
        failure.Class,
        $"BcSync.{document.Kind}.{DiscountRefused}",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The document discount of {discount} on {Name(document)} cannot be placed: {failure.Message} ({failure.Code})"),
        "Allow invoice discounts on an item of it in Business Central, or give the discount on its lines in Sales. "
            + $"Then take it over again: {Command(document)}.");

    /// <summary>The connection did not take all of the document; the rest of it is there.</summary>
    public static PlanFailure LeftOut(DocumentPlan plan) => new(
        FailureClass.Capability,
        $"BcSync.{plan.Document.Kind}.FieldsLeftOut",
        $"{plan.Document.Kind} {plan.Document.Number} is in Business Central as {plan.BcNo} without: {string.Join(", ", plan.Draft!.LeftOut)}.",
        $"Fill that in on document {plan.BcNo}, or install the companion app, with which later documents come whole.");

    /// <summary>The id that the document would get is that of another one.</summary>
    public static PlanFailure IdTaken(SalesDocument document, string other) => new(
        FailureClass.Data,
        $"BcSync.{document.Kind}.IdTaken",
        $"{Name(document)} was not created: document {other} in Business Central has its id and belongs to something else.",
        $"Delete document {other} in Business Central, or cancel {Name(document)} in Sales.");

    private static string Name(SalesDocument document) => $"{document.Kind.ToString().ToLowerInvariant()} {document.Number}";

    private static string Command(SalesDocument document) =>
        $"{(document.Kind is DocumentKind.Quote ? "Import-BcSalesQuote" : "Import-BcSalesOrder")} -Number '{document.Number}'";
}
